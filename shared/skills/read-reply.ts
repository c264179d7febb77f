const YES =
  /^(?:yes|yeah|yep|yup|sure|ok|okay|please|go ahead|why not|good idea|ja|jep|jo|klar|gern|gerne|okay|mach|los)(?:[\s,]+(?:please|thanks|bitte|danke|gern|gerne))?$/
const NO =
  /^(?:no|nope|nah|later|not now|not yet|nein|nö|später|jetzt nicht|noch nicht|lieber nicht)(?:[\s,]+(?:thanks|thank you|please|danke|bitte))*$/

/** What somebody answers who was asked whether they want something; null: they talk of something else. */
export function readReply(text: string): 'yes' | 'no' | null {
  const said = text.slice(0, 60).toLowerCase().replaceAll(/[.!…]/g, '').trim()
  if (YES.test(said)) return 'yes'
  return NO.test(said) ? 'no' : null
}
