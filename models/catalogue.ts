/** A file of a model, by its path in the model's folder. */
export interface ModelFile {
  path: string
  bytes: number
  /** Hexadecimal; null: what the hub states for the pinned revision is checked instead. */
  sha256: string | null
}

/** A language model that transformers.js can run. */
export interface CatalogueModel {
  /** The name of its folder. */
  id: string
  name: string
  /** Repository on the hub, and the revision that is meant. */
  source: { repository: string; revision: string }
  licence: string
  /** Resident memory while it runs, in MB. */
  memoryMb: number
  /** For whom it is good. */
  use: string
  dtype: 'q8' | 'q4'
  /** Tokens that it reads and writes at most. */
  contextTokens: number
  /** Sizes are exact where there is a checksum, else about right. */
  files: readonly ModelFile[]
}

const MB = 1_000_000

export const CATALOGUE = [
  {
    id: 'qwen2.5-0.5b-instruct',
    name: 'Qwen2.5 0.5B Instruct',
    source: { repository: 'onnx-community/Qwen2.5-0.5B-Instruct', revision: 'main' },
    licence: 'Apache-2.0',
    memoryMb: 1_200,
    use: 'The default: sums up, explains and translates short texts in many languages. Small, so often wrong.',
    dtype: 'q8',
    contextTokens: 8_192,
    files: [
      { path: 'config.json', bytes: 1_000, sha256: null },
      { path: 'generation_config.json', bytes: 1_000, sha256: null },
      { path: 'tokenizer.json', bytes: 7 * MB, sha256: null },
      { path: 'tokenizer_config.json', bytes: 8_000, sha256: null },
      { path: 'onnx/model_quantized.onnx', bytes: 512 * MB, sha256: null },
    ],
  },
  {
    id: 'smollm2-135m-instruct',
    name: 'SmolLM2 135M Instruct',
    // Not on the hub in this form: `make-small-model.ts` makes it, byte for byte, and a mirror may serve it.
    source: { repository: 'aside/smollm2-135m-instruct', revision: 'main' },
    licence: 'Apache-2.0',
    memoryMb: 500,
    use: 'Tests on any machine: its answers are poor, the way they take is the real one.',
    dtype: 'q8',
    contextTokens: 2_048,
    files: [
      {
        path: 'config.json',
        bytes: 576,
        sha256: '5f79c8c7ef7677a030e3f000089456c99ee60402b8a7df82d881f21cc13d5a11',
      },
      {
        path: 'generation_config.json',
        bytes: 95,
        sha256: 'a67db841695b8322a95a593473c351626275a08f62e6a2c0a6424e414f3defa3',
      },
      {
        path: 'tokenizer.json',
        bytes: 1_759_711,
        sha256: 'fc71a7f08467a0036819718983b01f92c3fedcaac7aee92a28a8abb410272043',
      },
      {
        path: 'tokenizer_config.json',
        bytes: 3_665,
        sha256: '44f7bde9cb7523d36a8e9411189f25a532fb19873817530470812eb3a4714ced',
      },
      {
        path: 'onnx/model_quantized.onnx',
        bytes: 136_098_010,
        sha256: 'feef876f7be70064da12683268ca0b300cd69ee989eb60f8312850f55b9ad444',
      },
    ],
  },
] as const satisfies readonly CatalogueModel[]

/** The model that is downloaded where the person names none. */
export const DEFAULT_MODEL = 'qwen2.5-0.5b-instruct'

export function modelOf(id: string): CatalogueModel | undefined {
  return CATALOGUE.find((model) => model.id === id)
}

/** All that is downloaded of a model. */
export function bytesOf({ files }: Pick<CatalogueModel, 'files'>): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}
