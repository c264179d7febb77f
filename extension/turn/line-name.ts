/** "Line 2": lines are counted from 1, as in the evidence. */
export const lineName = (index: number) => `Line ${index + 1}`
