import type { Catalogue } from '../en.ts'

export const extracts: Catalogue['extracts'] = {
  these:
    'Es ist kein Sprachmodell eingerichtet. Statt zu antworten, zitiere ich deshalb, was zu deiner Frage gehört:',
  nothing:
    'Es ist kein Sprachmodell eingerichtet, und ich habe nichts gefunden, was zu deiner Frage gehört. Mit anderen Wörtern findet sich vielleicht mehr; mit einem Modell (Einstellungen) könnte ich sie beantworten.',
  searchFailed: 'Die Suche hat nicht geantwortet; versuch es gleich noch einmal.',
  needsModel:
    'Dafür brauche ich ein Sprachmodell, und noch ist keines eingerichtet. In den Einstellungen steht, wie du eines bekommst.',
  compared:
    'Es ist kein Sprachmodell eingerichtet, darum urteile ich nicht, worin sie übereinstimmen. Diese Stellen aus beiden gehören zusammen und stehen untereinander:',
  noOther:
    'Eine andere Quelle dazu habe ich nicht gefunden. Sag, was verglichen werden soll, dann suche ich danach.',
  images: 'Bilder sehe ich nicht. So beschreibt die Seite die, die dort stehen, wo du gerade bist:',
  noImages: 'Bilder sehe ich nicht, und die Seite beschreibt keines, wo du gerade bist.',
}
