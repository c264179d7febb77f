/** What is said where no language model is set up. Markdown. */
export const extracts = {
  these: 'No language model is set up, so I quote what bears on your question instead of answering it:',
  nothing:
    'No language model is set up, and I found nothing that bears on your question. Other words may find more; with a model (settings) I could answer it.',
  searchFailed: 'The search did not answer; try again in a moment.',
  needsModel: 'For this I need a language model, and none is set up yet. The settings say how to get one.',
  compared:
    'No language model is set up, so I do not judge where they agree. These passages of both are about the same, one below the other:',
  noOther: 'I found no other source on this. Name what is to be compared, then I search for that.',
  images: 'I do not see pictures. This is how the page describes those near the place you look at:',
  noImages: 'I do not see pictures, and the page describes none near the place you look at.',
}
