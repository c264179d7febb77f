/** Kinds of exercise of which another one can be made. */
export const SORTS = ['linear', 'quadratic', 'fractions', 'expand', 'derivative'] as const
export type Sort = (typeof SORTS)[number]
