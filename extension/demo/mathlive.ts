import { MathfieldElement } from 'mathlive'
import 'mathlive/fonts.css'

MathfieldElement.fontsDirectory = null
MathfieldElement.soundsDirectory = null
