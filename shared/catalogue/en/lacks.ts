/** How to get what the backend lacks, with the exact address, command or setting. */
export const lacks = {
  key: (name: string, page: string, variable: string) =>
    `Get a key for ${name} at ${page}. Save it in Aside’s settings, or start the backend with ${variable}=KEY.`,
  address:
    'Start a server that speaks OpenAI’s wire format, for example with `llama-server -m MODEL.gguf --port 8080`. Save its address (there http://127.0.0.1:8080/v1) in Aside’s settings, or start the backend with ASIDE_COMPATIBLE_ADDRESS=ADDRESS.',
  server: (address: string) =>
    `No server with a model answers at ${address}. Start it there, or save another address in Aside’s settings.`,
  ollama: (address: string, model: string) =>
    `No Ollama that can answer with a model was found at ${address}. Install it from https://ollama.com/download, start it with \`ollama serve\`, and fetch a model with \`ollama pull ${model}\`.`,
  download: (address: string) =>
    `It comes from ${address}, once. Press “Download” in Aside’s settings, or start the backend with ASIDE_EMBEDDED_DOWNLOAD=1.`,
  downloadFailed: (address: string) =>
    `It could not be fetched from ${address}. Look at the network, or start the backend with a mirror (ASIDE_HUB=ADDRESS). With the next question it is tried again.`,
  unknownModel: (model: string, known: string) =>
    `Aside knows no model “${model}”. Choose ${known} in Aside’s settings, or start the backend with ASIDE_MODEL_FOLDER=FOLDER for a model of your own.`,
  folder: (folder: string) =>
    `There is no model in ${folder}: it takes config.json, the files of the tokenizer and onnx/model_quantized.onnx or onnx/model_q4.onnx. Start the backend with another ASIDE_MODEL_FOLDER=FOLDER.`,
  searxng:
    'Save the address of a SearXNG that answers in JSON, such as http://127.0.0.1:8888/ (`docker run -p 8888:8080 searxng/searxng`), in Aside’s settings, or start the backend with ASIDE_SEARCH_ADDRESS=ADDRESS. Until then Wikipedia is searched.',
  untilThen: 'Until then Wikipedia is searched.',
}
