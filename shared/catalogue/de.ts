import { answers } from './de/answers.ts'
import { backend } from './de/backend.ts'
import { beyond } from './de/beyond.ts'
import { commands } from './de/commands.ts'
import { computing } from './de/computing.ts'
import { cues } from './de/cues.ts'
import { evidence } from './de/evidence.ts'
import { extracts } from './de/extracts.ts'
import { history } from './de/history.ts'
import { lacks } from './de/lacks.ts'
import { loop } from './de/loop.ts'
import { minute } from './de/minute.ts'
import { panel } from './de/panel.ts'
import { picture } from './de/picture.ts'
import { practice } from './de/practice.ts'
import { settings } from './de/settings.ts'
import { skills } from './de/skills.ts'
import { slips } from './de/slips.ts'
import { thoughts } from './de/thoughts.ts'
import { welcome } from './de/welcome.ts'
import type { Catalogue } from './en.ts'

/** All that Aside says, in German. It says "du". */
export const de: Catalogue = {
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
