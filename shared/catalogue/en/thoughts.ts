/** What is said around the answers of the reasoner. */
export const thoughts = {
  /** At once, before anything is known: it must not imply an outcome. */
  thinking: 'Let me think about that.',
  lookingUp: 'Let me look that up.',
  /** Nothing of the page is sent along. */
  alone: 'I send nothing of this page, only your question.',
  /** Other tabs that were asked about. */
  tabsToo: (titles: readonly string[]) =>
    `${titles.map((title) => `“${title}”`).join(' and ')} ${titles.length === 1 ? 'goes' : 'go'} along too.`,
  tabNever: (title: string) => `Of “${title}” I send nothing, as you told me.`,
  tabUnread: (title: string) =>
    `“${title}” could not be read, so only its title and address went along. To have it read, press Aside’s button there.`,
  noOtherTab: 'I am in no other tab; press my button there, then I can read it too.',
  noBackend:
    'That takes the part of Aside that runs beside the browser. Start it (“npm run backend”) and pair it in the settings; then I can think about questions and look things up.',
  /** A question that goes to the reasoner where a remark needs more than its evidence. */
  aboutRemark: (asked: string, remark: string, line: string) =>
    `${asked} (It is about this remark: “${remark}”, and this step: ${line})`,
  dropped: 'I leave it.',
  nothingToDrop: 'I am not thinking about anything now.',
  /** An answer that came after the person had asked something else. */
  late: (question: string) => `I have an answer to “${question}” now. Do you want it?`,
  declined: 'All right, I leave it.',
  correction: (text: string, why: string) => `I have to correct myself: ${text} is not right. ${why}`,
  /** After a correction in the middle of an answer. */
  restOnRequest: 'So I stopped there. Say “go on” for the rest.',
  /** What a screen reader says of a mark. */
  sourceMark: (n: number) => `Source ${n} of the answer`,
  /** Said only where an action was blocked; whether a text or the model itself wanted it, nobody knows. */
  blocked: {
    tool: 'The model was going to use a tool in a way I do not allow, of its own accord or because a text says so. It was not done.',
    address:
      'The model was going to open or link an address that neither you nor a search gave, of its own accord or because a text says so. I left it out.',
    image:
      'The model was going to show an image from elsewhere, of its own accord or because a text says so. I left it out.',
    limit:
      'The model was going to search, read or write more than I allow for one thought. I left out the rest.',
  },
  /** Why there is no answer, or why it ends here, and what to do. */
  errors: {
    'no-model': 'There is no language model to think with. The settings say how to get one.',
    'model-unreachable': 'The language model does not answer. Look whether it runs, then ask again.',
    'model-refused':
      'The language model refused the key or the request. Look at the settings, then ask again.',
    'model-busy': 'The language model has too much to do now. Ask again in a minute.',
    'model-garbled':
      'The language model answered with something I cannot read. Ask again, perhaps in other words.',
    'model-stopped': 'The language model stopped in the middle. Ask again for the rest.',
    'no-network': 'I could not reach the web. Look at the network, then ask again.',
    'timed-out': 'That took too long, so I stopped it. Ask again, perhaps for less at once.',
    'too-long': 'That is more text than the language model takes. Ask about a part of it.',
    'too-dear': 'That would have cost more than the settings allow for one answer.',
    lost: 'This thought was lost when the backend started anew. Ask again?',
    cancelled: 'I stopped thinking about that.',
    internal: 'Something went wrong in the backend. Ask again; if it stays so, start it anew.',
    absent: 'The backend does not answer. Start it (“npm run backend”), then ask again.',
    stranger:
      'Something else answers where the backend should be, so I sent it nothing. Start the backend, then ask again.',
    'not-paired':
      'The backend does not know this browser any more. Run “npm run backend -- pair” in a terminal and type the code it shows in the settings.',
    'no-code':
      'The backend does not know this browser any more. Run “npm run backend -- pair” in a terminal and type the code it shows in the settings.',
    'wrong-code':
      'The backend does not know this browser any more. Run “npm run backend -- pair” in a terminal and type the code it shows in the settings.',
    'wrong-proof':
      'The backend does not know this browser any more. Run “npm run backend -- pair” in a terminal and type the code it shows in the settings.',
    'too-many': 'The backend has too much to do now. Ask again in a moment.',
    'too-large': 'That is more than the backend takes at once. Ask about a part of it.',
    malformed: 'The backend did not understand me: it may be of another version. Start it anew.',
  },
}
