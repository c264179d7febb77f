import type { Catalogue } from '../en.ts'

export const answers: Catalogue['answers'] = {
  more: 'Mehr',
  less: 'Weniger',
  goesOn: 'Im Panel geht es weiter.',
  coming: 'Es kommt noch mehr …',
  stop: 'Anhalten',
  source: (n, title, host) => `Quelle ${n}: ${title}, ${host}`,
  sourceNumber: 'Quelle',
  sources: 'Quellen',
  showOnPage: 'Auf der Seite zeigen',
  openThere: 'Dort öffnen',
  notRight: 'Stimmt nicht:',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: 'Das ließ sich nicht kopieren.',
  code: 'Quelltext',
  table: 'Tabelle',
  from: (model) => `Von ${model ?? 'einem Sprachmodell'}. Was keine Nummer trägt, stammt vom Modell selbst.`,
  noSource: (model) => `Von ${model ?? 'einem Sprachmodell'}, ohne Quelle.`,
  extracts: 'Auszüge: Stellen, wie sie in den Quellen stehen. Kein Sprachmodell hat darüber nachgedacht.',
}
