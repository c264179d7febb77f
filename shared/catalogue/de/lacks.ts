import type { Catalogue } from '../en.ts'

export const lacks: Catalogue['lacks'] = {
  key: (name, page, variable) =>
    `Einen Schlüssel für ${name} gibt es unter ${page}. Sichere ihn in den Einstellungen von Aside oder starte das Backend mit ${variable}=SCHLÜSSEL.`,
  address:
    'Starte einen Server, der das Format von OpenAI spricht, zum Beispiel mit `llama-server -m MODELL.gguf --port 8080`. Sichere seine Adresse (dort http://127.0.0.1:8080/v1) in den Einstellungen von Aside oder starte das Backend mit ASIDE_COMPATIBLE_ADDRESS=ADRESSE.',
  server: (address) =>
    `Unter ${address} antwortet kein Server mit einem Modell. Starte ihn dort oder sichere eine andere Adresse in den Einstellungen von Aside.`,
  ollama: (address, model) =>
    `Unter ${address} wurde kein Ollama gefunden, das mit einem Modell antworten kann. Installiere es von https://ollama.com/download, starte es mit \`ollama serve\` und hole ein Modell mit \`ollama pull ${model}\`.`,
  download: (address) =>
    `Es kommt einmal von ${address}. Drücke „Herunterladen“ in den Einstellungen von Aside oder starte das Backend mit ASIDE_EMBEDDED_DOWNLOAD=1.`,
  downloadFailed: (address) =>
    `Es ließ sich nicht von ${address} holen. Sieh nach dem Netz oder starte das Backend mit einem Spiegel (ASIDE_HUB=ADRESSE). Mit der nächsten Frage wird es wieder versucht.`,
  unknownModel: (model, known) =>
    `Ein Modell „${model}“ kennt Aside nicht. Wähle ${known} in den Einstellungen von Aside oder starte das Backend mit ASIDE_MODEL_FOLDER=ORDNER für ein eigenes.`,
  folder: (folder) =>
    `In ${folder} ist kein Modell: Es braucht config.json, die Dateien des Tokenizers und onnx/model_quantized.onnx oder onnx/model_q4.onnx. Starte das Backend mit einem anderen ASIDE_MODEL_FOLDER=ORDNER.`,
  searxng:
    'Sichere die Adresse eines SearXNG, das in JSON antwortet, etwa http://127.0.0.1:8888/ (`docker run -p 8888:8080 searxng/searxng`), in den Einstellungen von Aside oder starte das Backend mit ASIDE_SEARCH_ADDRESS=ADRESSE. Bis dahin wird in Wikipedia gesucht.',
  untilThen: 'Bis dahin wird in Wikipedia gesucht.',
}
