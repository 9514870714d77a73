import type { Element } from '../../shared/design/design'
import { nameOf } from '../../shared/graph/graph'
import { useApp, useGraph } from '../app-context'
import { t } from '../strings/strings'
import { TextField } from '../ui/text-field'
import { inSentence } from './form-model'

/** The name of an element whose spec holds none. */
export function LabelField({ id, element }: { readonly id: string; readonly element: Element }) {
  const app = useApp()
  const name = nameOf(useGraph(), id)
  return (
    <TextField
      label={t('inspector.label')}
      help={t('inspector.labelHelp')}
      value={element.label ?? ''}
      placeholder={id}
      onChange={(label) =>
        app.edit(
          t('inspector.step.change', { field: inSentence(t('inspector.label')), name }),
          (draft) => {
            const target = draft.elements[id]
            if (!target) return
            if (label === '') delete target.label
            else target.label = label
          },
          { mergeKey: `${id}#label` },
        )
      }
      onBlur={app.seal}
    />
  )
}
