import { useApp } from '../app-context'
import { t } from '../strings/strings'
import { stepName } from './form-scope'
import { useElementPart } from './spec-state'
import { TypedText } from './typed-text'

/** The name of an element whose spec holds none. */
export function LabelField({ id }: { readonly id: string }) {
  const app = useApp()
  const label = useElementPart(id, (element) => element.label)
  return (
    <TypedText
      place={`${id}#label`}
      label={t('inspector.label')}
      help={t('inspector.labelHelp')}
      value={label ?? ''}
      placeholder={id}
      write={(next) =>
        app.edit(
          stepName(app, 'change', t('inspector.label'), [id]),
          (draft) => {
            const target = draft.elements[id]
            if (!target) return
            if (next === '') delete target.label
            else target.label = next
          },
          { mergeKey: `${id}#label` },
        )
      }
    />
  )
}
