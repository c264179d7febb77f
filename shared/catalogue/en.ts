import { answers } from './en/answers.ts'
import { backend } from './en/backend.ts'
import { beyond } from './en/beyond.ts'
import { commands } from './en/commands.ts'
import { computing } from './en/computing.ts'
import { cues } from './en/cues.ts'
import { evidence } from './en/evidence.ts'
import { extracts } from './en/extracts.ts'
import { history } from './en/history.ts'
import { lacks } from './en/lacks.ts'
import { loop } from './en/loop.ts'
import { minute } from './en/minute.ts'
import { panel } from './en/panel.ts'
import { picture } from './en/picture.ts'
import { practice } from './en/practice.ts'
import { settings } from './en/settings.ts'
import { skills } from './en/skills.ts'
import { slips } from './en/slips.ts'
import { thoughts } from './en/thoughts.ts'
import { welcome } from './en/welcome.ts'

/** All that Aside says, in English. Its shape is that of every other language. */
export const en = {
  answers,
  backend,
  beyond,
  commands,
  computing,
  cues,
  evidence,
  extracts,
  history,
  lacks,
  loop,
  minute,
  panel,
  picture,
  practice,
  settings,
  skills,
  slips,
  thoughts,
  welcome,
}

export type Catalogue = typeof en
