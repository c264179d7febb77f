/** Signs of listening that are typed. */
export const TYPED_SIGNS = [
  ...[
    'ok',
    'ok',
    'ok',
    'okay',
    'k',
    'right',
    'mhm',
    'mm',
    'yes',
    'yeah',
    'yep',
    'yup',
    'i see',
    'ah',
    'ah ok',
  ],
  ...[
    'oh',
    'oh ok',
    'got it',
    'makes sense',
    'sure',
    'uh huh',
    'aha',
    'cool',
    'true',
    'nice',
    'alright',
    'fine',
  ],
  ...[
    'right right',
    'oh i see',
    'yeah ok',
    'ok cool',
    'ah right',
    'okok',
    'good',
    'ok yes',
    'hm ok',
    'oh nice',
  ],
  ...['okk', 'yea', 'ahh', 'gotcha', 'exactly', 'ok thanks', 'I see.', 'Ok.', 'Right.', 'Yes!'],
] as const

/** The same as one picture from a list. */
export const PICTURES = ['👍', '👍', '👍', '🙂', '👌', '😮', '👍🏽'] as const

/** Signs of listening that are spoken, as a recogniser writes them. */
export const SPOKEN_SIGNS = [
  ...['mhm', 'mhm', 'mm-hmm', 'yeah', 'yeah', 'okay', 'right', 'uh-huh', 'yes', 'i see', 'oh okay', 'got it'],
  ...[
    'ah',
    'sure',
    'mm',
    'oh',
    'right right',
    'yeah yeah',
    'aha',
    'makes sense',
    'oh i see',
    'okay yeah',
    'true',
  ],
  ...['oh wow', 'cool', 'alright', 'ah okay', 'exactly', 'yep'],
] as const
