interface Tensor {
  readonly data: unknown
}
/** As much of onnxruntime as is needed; the same for its builds of Node and the web. */
export interface Runtime<Fed> {
  tensor(type: 'float32' | 'int32', data: Float32Array | Int32Array, dims: readonly number[]): Fed
  /** @param weights an ONNX model */
  session(weights: Uint8Array): Promise<{ run(feeds: Record<string, Fed>): Promise<Record<string, Tensor>> }>
}

/** One output, of this length. @throws Error where it is missing, of another length, or no number */
export function numbers(out: Record<string, Tensor>, name: string, length: number): Float32Array {
  const data = out[name]?.data
  if (!(data instanceof Float32Array) || data.length !== length)
    throw new Error(`The network gave no ${name} of ${length} numbers.`)
  if (!data.every(Number.isFinite)) throw new Error(`The network’s ${name} are no numbers.`)
  return data
}
