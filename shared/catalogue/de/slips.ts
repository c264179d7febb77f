import type { Catalogue } from '../en.ts'

export const slips: Catalogue['slips'] = {
  rules: {
    'adds-percentages':
      'Prozentuale Änderungen nacheinander werden malgenommen: Jede bezieht sich auf das, was dann da ist.',
    'derivative-keeps-constant': 'Die Ableitung einer Konstanten ist 0.',
    'differentiates-instead': 'Integrieren geht umgekehrt wie Ableiten: Der Exponent wird um eins größer.',
    'divides-by-each-term':
      'Ein Zähler über einer Summe lässt sich nicht aufteilen, nur eine Summe über einem Nenner.',
    'double-negative-lost': 'Eine negative Zahl abziehen heißt ihre Gegenzahl addieren: a − (−b) = a + b.',
    'fractional-exponent-as-factor':
      'Ein Exponent 1/n bedeutet die n-te Wurzel, nicht eine Division durch n.',
    'integral-divides-by-old-exponent': '∫ xⁿ dx ist xⁿ⁺¹/(n + 1): Geteilt wird durch den neuen Exponenten.',
    'integral-divisor-lost': '∫ xⁿ dx ist xⁿ⁺¹/(n + 1): Durch den neuen Exponenten wird auch geteilt.',
    'percent-as-whole': 'p % bedeutet p Hundertstel.',
    'power-of-log': 'Nur ein Exponent im Logarithmus kommt als Faktor heraus: ln(xⁿ) = n·ln x.',
    'power-rule-on-exponential': 'Die Potenzregel gilt für xⁿ; die Ableitung von aˣ ist aˣ·ln a.',
    'product-of-negatives-negative': 'Das Produkt zweier negativer Zahlen ist positiv.',
    'quotient-rule-flipped': '(f/g)′ ist (f′g − fg′)/g²: Die Ableitung des Zählers kommt zuerst.',
    'root-as-half': '√a ist die Zahl, deren Quadrat a ist, nicht die Hälfte von a.',
    'zero-exponent-as-zero': 'a⁰ ist 1 für jedes a außer 0.',
    'absolute-value-one-branch': '|a| = b bedeutet a = b oder a = −b.',
    'adds-denominators': 'Brüche werden mit einem gemeinsamen Nenner addiert; Nenner werden nicht addiert.',
    'adds-exponents-of-power': 'Eine Potenz einer Potenz multipliziert die Exponenten.',
    'adds-powers':
      'Nur bei Produkten von Potenzen werden die Exponenten addiert; Summen von Potenzen lassen sich nicht zusammenfassen.',
    'cancels-across-sum': 'Kürzen lässt sich nur ein Faktor des ganzen Zählers, nicht ein Glied einer Summe.',
    'combines-unlike-terms': 'Nur gleichartige Glieder lassen sich zusammenfassen.',
    'derivative-of-cosine-sign': 'Die Ableitung von cos ist −sin, die von sin ist cos.',
    'distributes-to-first-term': 'Ein Faktor vor einer Klammer multipliziert jedes Glied darin.',
    'divides-by-variable': 'Beim Teilen durch einen Term gehen die Lösungen verloren, bei denen er null ist.',
    'divides-exponents': 'Beim Dividieren von Potenzen mit gleicher Basis werden die Exponenten subtrahiert.',
    'divides-one-side-only':
      'Was mit einer Seite einer Gleichung gemacht wird, muss auch mit der anderen gemacht werden.',
    'divides-some-terms-only':
      'Wird eine Seite durch eine Zahl geteilt, so wird jedes ihrer Glieder geteilt.',
    'divides-without-inverting': 'Durch einen Bruch teilen heißt mit seinem Kehrwert malnehmen.',
    'extraneous-root':
      'Quadrieren oder Malnehmen mit einem Term kann Lösungen hinzubringen, darum prüft man sie in der ersten Gleichung.',
    'function-of-multiple': 'sin 2x ist nicht 2 sin x: Ein Faktor des Winkels lässt sich nicht herausziehen.',
    'function-of-sum':
      'sin(a + b) ist nicht sin a + sin b: Für Funktionen von Winkeln gibt es eigene Additionsformeln.',
    'inequality-not-flipped':
      'Beim Malnehmen oder Teilen mit einer negativen Zahl dreht sich das Zeichen einer Ungleichung um.',
    'inner-derivative-lost':
      'Die Kettenregel: Die äußere Ableitung wird mit der Ableitung des Inneren malgenommen.',
    'log-of-product-as-product':
      'Der Logarithmus eines Produkts ist die Summe der Logarithmen, der eines Quotienten ihre Differenz.',
    'log-of-sum':
      'Der Logarithmus eines Produkts ist eine Summe; für den Logarithmus einer Summe gibt es keine solche Regel.',
    'middle-term-not-doubled': '(a + b)² ist a² + 2ab + b²: Das Produkt kommt zweimal vor.',
    'minus-to-first-term': 'Ein Minus vor einer Klammer ändert das Vorzeichen jedes Glieds darin.',
    'missing-plus-minus': 'x² = a mit a > 0 hat zwei Lösungen, √a und −√a.',
    'multiplies-base-by-exponent': 'Ein Exponent zählt gleiche Faktoren; er multipliziert die Basis nicht.',
    'multiplies-bases':
      'Beim Multiplizieren von Potenzen mit gleicher Basis bleibt die Basis, und die Exponenten werden addiert.',
    'multiplies-both-parts': 'Eine ganze Zahl multipliziert nur den Zähler eines Bruchs.',
    'multiplies-exponents':
      'Beim Multiplizieren von Potenzen mit gleicher Basis werden die Exponenten addiert.',
    'multiplies-one-side-only':
      'Was mit einer Seite einer Gleichung gemacht wird, muss auch mit der anderen gemacht werden.',
    'multiplies-some-terms-only':
      'Wird eine Seite mit einer Zahl malgenommen, so wird jedes ihrer Glieder malgenommen.',
    'negative-exponent-as-sign':
      'Ein negativer Exponent bedeutet eins durch die Potenz, keine negative Zahl.',
    'order-of-operations':
      'Potenzen kommen vor Punktrechnung, Punktrechnung vor Strichrechnung, und Gleichrangiges geht von links.',
    'power-rule-exponent-kept':
      'Die Ableitung von xⁿ ist n·xⁿ⁻¹: Der Exponent kommt nach vorn und wird um eins kleiner.',
    'power-rule-factor-lost': 'Die Ableitung von xⁿ ist n·xⁿ⁻¹: Der Exponent kommt als Faktor nach vorn.',
    'power-to-one-factor': 'Eine Potenz eines Produkts potenziert jeden Faktor.',
    'product-rule-as-product':
      '(fg)′ ist f′g + fg′: Die Ableitung eines Produkts ist nicht das Produkt der Ableitungen.',
    'quotient-of-logs':
      'Eine Differenz von Logarithmen ist der Logarithmus eines Quotienten; ein Quotient von Logarithmen ist das nicht.',
    'quotient-rule-as-quotient': '(f/g)′ ist (f′g − fg′)/g²: Es ist nicht der Quotient der Ableitungen.',
    'root-of-sum': 'Die Wurzel einer Summe ist nicht die Summe der Wurzeln.',
    'root-sign-flipped': 'x − a ist null bei x = a, und x + a bei x = −a.',
    'run-on-equals':
      'Ein Gleichheitszeichen sagt, dass beide Seiten gleich viel wert sind; ein neuer Schritt bekommt eine neue Zeile.',
    'sign-lost-moving':
      'Was auf einer Seite addiert ist, muss auf beiden subtrahiert werden; also wechselt ein Glied auf der anderen Seite sein Vorzeichen.',
    'square-of-sum': '(a + b)² ist a² + 2ab + b²: Eine Potenz einer Summe ist nicht die Summe der Potenzen.',
    'subtracts-coefficient':
      'Ein Faktor vor der Unbekannten wird durch Teilen aufgehoben, nicht durch Abziehen.',
    'zero-product-misused': 'Nur ein Produkt, das 0 ist, sagt, was einer seiner Faktoren ist.',
  },
  corrected: {
    'adds-denominators': 'Beide Brüche haben denselben Nenner',
    'adds-exponents-of-power': 'Die Exponenten sind multipliziert',
    'distributes-to-first-term': 'Jedes Glied der Klammer ist malgenommen',
    'divides-exponents': 'Die Exponenten sind subtrahiert',
    'divides-one-side-only': 'Beide Seiten sind geteilt',
    'divides-some-terms-only': 'Jedes Glied ist geteilt',
    'double-negative-lost': 'Aus dem Subtrahieren der negativen Zahl ist ein Addieren geworden',
    'fractional-exponent-as-factor': 'Aus dem Bruch im Exponenten ist eine Wurzel geworden',
    'inequality-not-flipped': 'Das Zeichen ist umgedreht',
    'inner-derivative-lost': 'Die innere Ableitung steht als Faktor da',
    'log-of-product-as-product': 'Der Logarithmus ist nach seiner Regel zerlegt',
    'middle-term-not-doubled': 'Das Produkt der beiden Glieder steht zweimal da',
    'minus-to-first-term': 'Jedes Glied der Klammer hat sein Vorzeichen gewechselt',
    'missing-plus-minus': 'Beide Lösungen stehen da',
    'multiplies-bases': 'Die Basis bleibt, und die Exponenten sind addiert',
    'multiplies-exponents': 'Die Exponenten sind addiert',
    'multiplies-one-side-only': 'Beide Seiten sind malgenommen',
    'multiplies-some-terms-only': 'Jedes Glied ist malgenommen',
    'negative-exponent-as-sign': 'Aus dem negativen Exponenten ist eins durch die Potenz geworden',
    'order-of-operations': 'Die Rechnungen stehen in der richtigen Reihenfolge',
    'power-rule-exponent-kept': 'Der Exponent steht als Faktor da und ist um eins kleiner',
    'power-rule-factor-lost': 'Der Exponent steht als Faktor da',
    'power-to-one-factor': 'Jeder Faktor ist potenziert',
    'product-of-negatives-negative': 'Aus minus mal minus ist plus geworden',
    'product-rule-as-product': 'Beide Produkte der Produktregel stehen da',
    'quotient-rule-flipped': 'Die beiden Produkte der Quotientenregel stehen richtig herum',
    'sign-lost-moving': 'Das Glied hat auf der anderen Seite sein Vorzeichen gewechselt',
    'square-of-sum': 'Das Produkt der beiden Glieder steht zweimal da',
    'subtracts-coefficient': 'Beide Seiten sind geteilt',
  },
  questions: {
    'adds-percentages': (a, b) => `Worauf bezieht sich die zweite Änderung, nach ${a} und vor ${b}?`,
    'derivative-keeps-constant': (a) => `Wie schnell ändert sich ${a}?`,
    'differentiates-instead': (a) => `Welcher Term hat die Ableitung ${a}?`,
    'divides-by-each-term': (a) => `Ist ${a} eine Zahl, durch die geteilt wird, oder sind es mehrere?`,
    'double-negative-lost': (a) => `Was bewirkt es, ${a} abzuziehen?`,
    'fractional-exponent-as-factor': (a) => `Was bedeutet der Bruch im Exponenten von ${a}?`,
    'integral-divides-by-old-exponent': (a) => `Leite diese Zeile ab: Kommt ${a} heraus?`,
    'integral-divisor-lost': (a) => `Ergibt diese Zeile abgeleitet wieder ${a}?`,
    'percent-as-whole': (a) => `Wie viel ist ${a} als Bruch?`,
    'power-of-log': (a) => `Steht ${a} in der Potenz oder sein Logarithmus?`,
    'power-rule-on-exponential': (a, b) => `Wo steht ${b} in ${a}: unten oder im Exponenten?`,
    'product-of-negatives-negative': (a, b) => `Welches Vorzeichen hat ${a} mal ${b}?`,
    'quotient-rule-flipped': (a) => `Welches Produkt kommt beim Ableiten von ${a} zuerst?`,
    'root-as-half': (a) => `Welche Zahl ergibt mit sich selbst malgenommen ${a}?`,
    'zero-exponent-as-zero': (a) =>
      `Wie gehen die Potenzen von ${a} abwärts weiter: dritte, zweite, erste, …?`,
    'absolute-value-one-branch': () => 'Welche Zahlen haben diesen Betrag: nur eine?',
    'adds-denominators': (a, b) => `Benennen die Nenner ${a} und ${b} gleich große Teile?`,
    'adds-exponents-of-power': (a) => `Wie oft wird ${a} hier mit sich selbst malgenommen?`,
    'adds-powers': (a, b) => `Werden ${a} und ${b} addiert oder multipliziert?`,
    'cancels-across-sum': (a) => `Wurde ein Faktor von ganz ${a} gekürzt?`,
    'combines-unlike-terms': (a, b) => `Sind ${a} und ${b} gleichartige Glieder?`,
    'derivative-of-cosine-sign': (a) =>
      `Wohin geht ${a} gleich nach seinem Anfang: nach oben oder nach unten?`,
    'distributes-to-first-term': (a) => `Was geschieht mit ${a}, wenn die Klammer aufgelöst wird?`,
    'divides-by-variable': (a) =>
      `Darf man beide Seiten durch etwas mit ${a} teilen, was auch immer ${a} ist?`,
    'divides-exponents': (a) => `Wie viele Faktoren ${a} bleiben nach dem Kürzen übrig?`,
    'divides-one-side-only': (a) => `Eine Seite wurde durch ${a} geteilt. Was wurde mit der anderen gemacht?`,
    'divides-some-terms-only': (a, b) => `Wurde auch ${a} durch ${b} geteilt?`,
    'divides-without-inverting': (a) => `Was bedeutet es, durch ${a} zu teilen?`,
    'extraneous-root': (a) => `Passt jedes ${a} dieser Zeile in die Zeile vor dem Quadrieren oder Malnehmen?`,
    'function-of-multiple': (a, b) => `Gehört die ${a} in ${b} zum Winkel oder zum Wert?`,
    'function-of-sum': (a) => `Nach welcher Regel lässt sich ${a} auflösen?`,
    'inequality-not-flipped': () =>
      'Was geschieht mit dem Zeichen < oder >, wenn beide Seiten mit einer negativen Zahl malgenommen oder durch sie geteilt werden?',
    'inner-derivative-lost': (a) => `Was ist die Ableitung des Inneren, ${a}?`,
    'log-of-product-as-product': (a) => `Was macht der Logarithmus aus ${a}?`,
    'log-of-sum': (a) => `Ist ${a} eine Summe oder ein Produkt, und wofür gibt es eine Regel?`,
    'log-of-sum-added': (a) => `Was macht das Addieren der Logarithmen mit den Zahlen darin, in ${a}?`,
    'middle-term-not-doubled': (a, b) =>
      `Wie oft trifft ${a} auf ${b}, wenn das Quadrat ausmultipliziert wird?`,
    'minus-to-first-term': (a) => `Was macht das Minus vor der Klammer mit ${a}?`,
    'missing-plus-minus': () => 'Welche Zahlen haben dieses Quadrat: nur eine?',
    'multiplies-base-by-exponent': (a, b) => `Was zählt die ${a} in ${b}?`,
    'multiplies-bases': (a) => `Welche Zahl wird in ${a} immer wieder malgenommen?`,
    'multiplies-both-parts': (a) => `Wie viele Ganze sind ${a}, als Bruch geschrieben?`,
    'multiplies-exponents': (a) => `Wie viele Faktoren ${a} sind es insgesamt?`,
    'multiplies-one-side-only': (a) =>
      `Eine Seite wurde mit ${a} malgenommen. Was wurde mit der anderen gemacht?`,
    'multiplies-some-terms-only': (a, b) => `Wurde auch ${a} mit ${b} malgenommen?`,
    'negative-exponent-as-sign': (a) => `Was bedeutet das Minus im Exponenten von ${a}?`,
    'order-of-divisions': (a) => `In welcher Reihenfolge werden · und : in ${a} ausgerechnet?`,
    'order-of-exponent': (a) => `Worauf bezieht sich der Exponent von ${a}?`,
    'order-of-minus': (a) => `Gilt der Exponent von ${a} auch für das Minus?`,
    'order-of-operations': (a) => `Was wird in ${a} zuerst ausgerechnet?`,
    'power-rule-exponent-kept': (a) => `Was geschieht mit dem Exponenten, wenn ${a} abgeleitet wird?`,
    'power-rule-factor-lost': (a) => `Wohin kommt der Exponent, wenn ${a} abgeleitet wird?`,
    'power-to-one-factor': (a) => `Steht ${a} in der Potenz oder außerhalb?`,
    'product-rule-as-product': (a, b, c) =>
      `${a} und ${b} hängen beide von ${c} ab: Nach welcher Regel leitet man ein Produkt ab?`,
    'quotient-of-logs': (a) => `Ist ${a} ein Quotient von Logarithmen oder der Logarithmus eines Quotienten?`,
    'quotient-rule-as-quotient': (a) => `Nach welcher Regel leitet man den Quotienten ${a} ab?`,
    'root-of-sum': (a) => `Wird die Wurzel aus ganz ${a} gezogen oder aus jedem Glied?`,
    'root-of-sum-together': (a) => `Darf man ${a} unter eine Wurzel schreiben?`,
    'root-sign-flipped': (a) => `Für welches ${a} wird jede Klammer 0?`,
    'run-on-equals': (a) => `Ist alles zwischen den Gleichheitszeichen so viel wert wie ${a}?`,
    'sign-lost-moving': (a) =>
      `Was geschieht mit dem Vorzeichen von ${a}, wenn ${a} auf die andere Seite kommt?`,
    'square-of-sum': (a) => `Was ist (${a}) mal (${a}), Glied für Glied?`,
    'subtracts-coefficient': (a, b) => `Wie gehört ${a} zu ${b}: plus oder mal?`,
    'zero-product-misused': () =>
      'Was muss ein Produkt sein, damit einer seiner Faktoren auch diese Zahl sein muss?',
  },
}
