import type { Signal } from '@preact/signals'
import type { LoopToPanel, PanelToLoop } from '../../shared/messages/panel-message.ts'

/** The panel's way to the loop. */
export interface Loop {
  post(message: PanelToLoop): void
  /** null: the loop does not answer right now. */
  presence: Signal<LoopToPanel | null>
}
