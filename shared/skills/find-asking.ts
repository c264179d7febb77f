/** The words that ask for a reminder, and where they stand. */
export interface Asking {
  start: number
  end: number
  /** What is said when nothing else was asked for: "ping". */
  word: string
  /** "tell me", "say": only with a time right there is it a request for later. */
  isWeak: boolean
  /** "a timer", "a reminder". */
  isNoun: boolean
  /** A timer, an alarm or a countdown: says that the time is up. */
  isTimer: boolean
  /** A duration without "in" is its time: "reminder: tea, 3 minutes". */
  takesBare: boolean
  /** "say …": these words and no others. */
  isVerbatim: boolean
  /** "ask me …": a question may be what is to be said. */
  takesQuestion: boolean
  /** Without any time it is still a request: Aside asks when. */
  asksWhen: boolean
}

const H = '[\\uE000-\\uF8FF]'
const VERB =
  '(?:nudg(?:e|ing)|ping(?:ing)?|pok(?:e|ing)|buzz(?:ing)?|alert(?:ing)?|notify(?:ing)?|prompt(?:ing)?|bug(?:ging)?|wak(?:e|ing)|warn(?:ing)?|pester(?:ing)?|nag(?:ging)?|beep(?:ing)?(?: at)?|shout(?:ing)? at|yell(?:ing)? at|call(?:ing)?|hit|interrupt(?:ing)?|message|messaging|text(?:ing)?|signal|cue|jog|tap|annoy|disturb|encourag(?:e|ing)|stop|push|tickle|ring|summon|bother|motivat(?:e|ing)|order|command|instruct|urge|advise|prod|jab|hassle|badger|startle|kick|elbow|hurry|rouse|snap|drag|pull|rush|hound|ding|yank|shake|page|beep|flag|scold|praise|congratulate|cheer)'
const NOTE =
  '(?:nudge|ping|poke|buzz|alert|notification|prompt|shout|heads[- ]?up|reminder|call|signal|beep|note|message|warning|holler|yell|cue|kick|push|wake[- ]?up call|tap|ring|bell|sign|word|prod|boot|jolt|shove|dig|tick|ding|hint that|nod|wave|whistle|line|tinkle|bump|knock|wink|thumbs[- ]up|pep talk|high[- ]five|hurry[- ]up|telling[- ]off|talking[- ]to)s?'

const STRONG: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:keep (?:on )?|start )?remind(?:ing|er for)? (?:me|us)\b(?: again| once more)?|^reminded me\b/i,
    'reminder',
  ],
  [/\bremind(?= (?:to|about|of|that)\b)/i, 'reminder'],
  [
    /(?<!\bto )\b(?:keep )?ask(?:ing)?(?: me\b| (?=(?:how|if|whether|for|where|why|what|when|who)\b|[\uE000-\uF8FE"']))/i,
    'question',
  ],
  [
    /\b(?:want|need|like|love|ask(?:ed)?|have|going)? ?(?:to )?be(?:ing)? (?:reminded|nudged|pinged|prompted|told|notified|alerted|poked|warned|buzzed|woken(?: up)?)\b/i,
    'reminder',
  ],
  [
    new RegExp(
      `\\b(?:keep (?:on )?|start )?(${VERB}) (?:me|us)\\b(?: up| awake| back| again| on)*(?: (?:with|by) (?:the words?|saying|a message saying))?`,
      'i',
    ),
    '',
  ],
  [
    new RegExp(
      `\\b(?:giv(?:e|ing)|send(?:ing)?|drop(?:ping)?|shoot(?:ing)?|get|throw|pass|toss|chuck|fling) (?:me|us) (?:a|an|the|another|some|regular)? ?((?:[a-z-]+ ){0,2}?${NOTE})\\b(?: back)?`,
      'i',
    ),
    '',
  ],
  [
    /\b(?:do(?: please)? not|don'?t(?: please)?|never|(?:please )?not) let (?:me|us) forget(?: about)?\b/i,
    'reminder',
  ],
  [/\b(?:make|be) sure (?:that )?(?:i|we)(?: don't forget to| remember to)?\b/i, 'reminder'],
  [/\bhelp (?:me|us) (?:to )?remember\b/i, 'reminder'],
  [
    /^(?:have|make) me (?=\w)|(?:^|[\uE000-\uF8FE],? )(?:get me (?=to\b)|(?:have|make) me (?=\w))/i,
    'reminder',
  ],
  [
    new RegExp(
      `^[\\s,\\uE000-\\uF8FE]*(?:a|an|one|some) (?:[a-z]+ ){0,2}${NOTE} (?=about|to|that|on|for)`,
      'i',
    ),
    'reminder',
  ],
  [/\bcheck(?:ing)? (?:back )?(?:in )?(?:on|with|in on) me\b/i, 'checking in'],
  [/^remind(?:er)?(?=:|\s*[\uE000-\uF8FF]| to\b|,| -)/i, 'reminder'],
  [/\bremember to (?:remind|tell|nudge) me\b/i, 'reminder'],
]

const NOUN =
  /\b(?:(timers?|alarms?(?: clock)?|count-?downs?|stop-?watch|egg timer|pomodoro)|(?:reminders?|nudges?|prompts?|pings?|notifications?|alerts?|beeps?|drill|loop))\b(?: me)?/i
/** Noun first: the words before it must be an order, or nothing but a label. */
const NOUN_ORDER =
  /^(?:[\s\uE000-\uF8FF]|i|i'd|want|need|would|like|set|up|start|create|make|put|add|schedule|begin|run|give|get|me|launch|arrange|a|an|the|my|another|new|two|three|several|quick|short|and|then|on|have|do|repeating|recurring|with|please|one|in|,)+\b/i
const COUNT = new RegExp(
  `^(?:start |begin )?(?:(?:a )?count(?:ing)?(?:[- ]?down)?|time|timing|clock)(?: me)?(?: from| for| to| off)?(?=\\s*${H})`,
  'i',
)

const TELL =
  "(?:(?:keep |start )?tell(?:ing)? (?:me|us)|let (?:me|us) know|(?:give|drop) me (?:a )?(?:shout|word|line)|(?:inform|update|brief) me|i(?:'d| would)? (?:like|want|love) (?:to (?:hear|know|be told)|hearing)|give me (?=the (?:number|count|total|time|tally|score))|i want to hear|show me|read (?:out )?to me|whisper to me)"
const SAY =
  '(?:(?:keep (?:on )?|start )?(?:say(?:ing)?|repeat(?:ing)?|announc(?:e|ing)|call(?:ing)? out|shout(?:ing)?(?: out)?|writ(?:e|ing)|print(?:ing)?|typ(?:e|ing)|chant(?:ing)?|whisper(?:ing)?|yell(?:ing)?|post(?:ing)?|output|display|send(?: me)?|read out|speak|utter|go|scream(?:ing)?|holler(?:ing)?|sing(?:ing)?|mutter(?:ing)?|bark(?:ing)?|said|drop|mention(?:ing)?|throw in|come up with|pipe up with|chime in with|hit me with|cheer)(?: (?:to me|out loud|aloud|the words?|the phrase|me))*)'
/** "I have to leave in 20 minutes, let me know" */
const LAST = new RegExp(`${H}\\s*[,.;:–-]+ *(?:so |then |and |please )*${TELL}(?: then)?$`, 'i')
/** "…, say 'so'" after a comma: what comes before is the occasion. */
const AFTER_STOP = new RegExp(
  `[,.;:!–-] *(?:(?:just|so|then|please|and|you|kindly|would|could|can|will|do) )*(?:${TELL}(?= (?:to|that|it's|it is|about|when|once|again|how|["'\uE000-\uF8FE]))|${SAY}(?= ))`,
  'i',
)

/** "…, shout": a verb alone at the end. */
const LAST_VERB =
  /[,;:.–-] *(?:so |then |and |please |just |you |will |can |could |should )*(?:shout|yell|ping|nudge|poke|buzz|beep|holler|whistle|alert|warn|remind|call|prod|wake|tell|sing out|speak up|say so|let me know|give (?:me )?an? (?:shout|nudge|ping|beep))(?: (?:me|at me|out|up|loudly|about it|then))*$/i
/** "…, each time I get a line right, you say point": what comes before does not matter. */
const THEN = new RegExp(
  `${H}[\\s,;:–-]*(?:(?:just|so|then|please|and|you|kindly|i want you to|you should|you can|(?:could|can|would|will) you) )*(?:${TELL}|${SAY})\\b(?= |:)(?! (?:why|who|whether|that again)\\b)`,
  'i',
)
const CONDITION =
  /\b(?:if|when|whenever|once|after|before|every time|each time|unless|while|as soon as|the moment)\b/i
const WEAK: readonly RegExp[] = [
  // "tell me yay when …"
  new RegExp(
    `\\b${TELL}(?= (?!(?:how|why|what|where|who|which|whether|when|if|the|an?|about|more|your|everything|something|it|this|that)\\b)[^\\s\\uE000-\\uF8FF]+(?: [^\\s\\uE000-\\uF8FF]+){0,7} ${H})`,
    'i',
  ),
  // "tell me how many lines I have in a minute"
  new RegExp(`\\b${TELL}(?= (?:how|what|which|when)\\b.*${H})`, 'i'),
  // "tell me in 90 seconds …", "tell me to breathe every …", "in 10 seconds tell me …"
  new RegExp(`\\b${TELL}(?=\\s*,?\\s*(?:again )?${H})`, 'i'),
  new RegExp(
    `\\b${TELL}(?= (?:to|that|it's time|it is time|when (?:it's|it is|the|my) time|i (?:should|need|have|must)|about)\\b.*${H})`,
    'i',
  ),
  new RegExp(`^[\\s,]*${H}.*?\\b${TELL}\\b`, 'i'),
  new RegExp(`\\b${SAY}(?= .*${H}|${H}|\\s*:)`, 'i'),
  new RegExp(`^[\\s,]*${H}.*?\\b${SAY}\\b(?= )`, 'i'),
]

/** The first asking in a request whose clauses were taken out; null when there is none. */
export function findAsking(text: string): Asking | null {
  let strong: Asking | null = null
  for (const [pattern, word] of STRONG) {
    const match = pattern.exec(text)
    if (match === null || (strong !== null && match.index >= strong.start)) continue
    strong = askingAt(match, {
      word: word || wordOf(match[1] ?? ''),
      takesBare: true,
      asksWhen: /remind/i.test(match[0]),
      takesQuestion: !/^(?:tell|say)/i.test(match[0]),
    })
  }
  if (strong !== null) {
    const rest = text.slice(strong.end)
    // "remind me to stretch" asks when; "remind me what a chain rule is" is a question.
    return {
      ...strong,
      asksWhen:
        strong.asksWhen &&
        /^(?: in \w+)?(?: (?:later|soon|shortly|sometime))? ?(?:to|that i|later|soon|shortly)\b/i.test(rest),
    }
  }
  const count = COUNT.exec(text)
  if (count !== null) return askingAt(count, { isTimer: true, takesBare: true })
  const noun = NOUN.exec(text)
  if (noun !== null) {
    const before = text.slice(0, noun.index)
    const isSaid = /\b(?:say|shout|yell|whisper|write)\b[^\uE000-\uF8FE]*$/i.test(before)
    const isOrder =
      !isSaid &&
      (NOUN_ORDER.test(before) || (before.trim().split(/\s+/).length <= 3 && text.split(/\s+/).length <= 12))
    const isNear = new RegExp(`${H}`).test(text)
    if (isOrder && (isNear || /^(?:set|start|create|make|add|put|schedule)\b/i.test(text))) {
      return askingAt(noun, {
        isNoun: true,
        isTimer: noun[1] !== undefined,
        takesBare: true,
        asksWhen: !isNear,
        word: noun[0].toLowerCase(),
      })
    }
  }
  const last = LAST.exec(text)
  if (last !== null) return { ...weakAt(last), isWeak: false }
  const then = THEN.exec(text)
  // What else is said to be the condition must have been understood.
  if (then !== null && !CONDITION.test(text.slice(0, then.index))) return { ...weakAt(then), isWeak: false }
  const hasHole = new RegExp(H).test(text)
  const alone = hasHole ? LAST_VERB.exec(text) : null
  if (alone !== null) return askingAt(alone, { takesBare: true, word: 'reminder' })
  const stop = hasHole ? AFTER_STOP.exec(text) : null
  if (stop !== null && !CONDITION.test(text.slice(0, stop.index)))
    return { ...weakAt(stop), isWeak: false, takesBare: true }
  for (const pattern of WEAK) {
    const match = pattern.exec(text)
    if (match !== null) return weakAt(match)
  }
  return null
}

/** "nudging" → "nudge", "wake" → "wake up". */
function wordOf(verb: string): string {
  const word = verb.toLowerCase()
  if (/^wak/.test(word)) return 'wake up'
  return word
    .replace(/^(nudg|pok|notify|messag|motivat|encourag|urg)ing$/, '$1e')
    .replace(/(?<=[a-z]{3})ing$/, '')
    .replace(/ at$/, '')
}

/** The last words of the match are the asking: a pattern may begin with a clause. */
function weakAt(match: RegExpExecArray): Asking {
  const own = new RegExp(`(?:${TELL}|${SAY})$`, 'i').exec(match[0])
  const start = match.index + (own?.index ?? 0)
  const isVerbatim = /^(?:keep |start )?(?:on )?(?:say|repeat|announc|shout|whisper|chant|yell)/i.test(
    own?.[0] ?? '',
  )
  return { ...askingAt(match, { isWeak: true, isVerbatim, takesQuestion: isVerbatim }), start }
}

/** Nothing asks in words; the whole request is what to say. */
export const NOT_ASKED: Asking = {
  start: 0,
  end: 0,
  word: '',
  isWeak: false,
  isNoun: false,
  isTimer: false,
  takesBare: false,
  isVerbatim: false,
  takesQuestion: false,
  asksWhen: false,
}

function askingAt(match: RegExpExecArray, traits: Partial<Asking>): Asking {
  return {
    ...NOT_ASKED,
    start: match.index,
    end: match.index + match[0].length,
    ...traits,
  }
}
