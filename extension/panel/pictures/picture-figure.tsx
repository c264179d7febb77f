import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import type { Picture } from '../../../shared/math/pictures/picture.ts'
import { pictureText } from '../../../shared/math/pictures/picture-text.ts'
import { language, pictureMessages as texts } from '../messages.ts'
import { notation } from '../notation.ts'
import { fileName, saveFile } from '../save-file.ts'
import { AreaDrawing, areaHeight } from './area-drawing.tsx'
import { CIRCLE_HEIGHT, CircleDrawing } from './circle-drawing.tsx'
import { copyPicture, standalone } from './copy-picture.ts'
import { FunctionsDrawing, functionsHeight } from './functions-drawing.tsx'
import { WIDTH } from './legend.tsx'
import { NumberLineDrawing, numberLineHeight } from './number-line-drawing.tsx'

interface Props {
  picture: Picture
  now(): number
  /** Further buttons, before those that every picture has. */
  children?: ComponentChildren
}

/** A picture drawn, said in words, and to be taken along. */
export function PictureFigure({ picture, now, children }: Props) {
  const id = useId()
  const svg = useRef<SVGSVGElement>(null)
  const said = useSignal('')
  const { title, description } = pictureText(picture, language.value, notation.value)
  const save = () => {
    if (svg.current !== null)
      saveFile(fileName(title, now(), 'svg'), 'image/svg+xml', standalone(svg.current))
  }
  const copy = async () => {
    if (svg.current === null) return
    const taken = await copyPicture(svg.current)
    if (!taken) save()
    said.value = taken ? texts.copied : texts.saved
  }
  return (
    <figure class="picture" data-picture={picture.kind}>
      <svg
        ref={svg}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-words`}
        viewBox={`0 0 ${WIDTH} ${heightOf(picture)}`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-words`}>{description}</desc>
        <Drawing picture={picture} />
      </svg>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields */}
      <div class="actions" role="group" aria-label={title}>
        {children}
        <button type="button" class="quiet-button" onClick={() => void copy()}>
          {texts.copy}
        </button>
        <button type="button" class="quiet-button" onClick={save}>
          {texts.save}
        </button>
        <span class="picture-said" role="status">
          {said.value}
        </span>
      </div>
    </figure>
  )
}

function heightOf(picture: Picture): number {
  switch (picture.kind) {
    case 'functions':
      return functionsHeight(picture)
    case 'number-line':
      return numberLineHeight(picture)
    case 'area':
      return areaHeight(picture)
    case 'circle':
      return CIRCLE_HEIGHT
  }
}

function Drawing({ picture }: { picture: Picture }) {
  switch (picture.kind) {
    case 'functions':
      return <FunctionsDrawing picture={picture} />
    case 'number-line':
      return <NumberLineDrawing picture={picture} />
    case 'area':
      return <AreaDrawing picture={picture} />
    case 'circle':
      return <CircleDrawing picture={picture} />
  }
}
