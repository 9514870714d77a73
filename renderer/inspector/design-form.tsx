import { regions } from '../../shared/aws/facts/regions'
import type { DesignDraft } from '../../shared/design/edit'
import { hasPlaceholder } from '../../shared/elements/view'
import { useApp, useDesign } from '../app-context'
import { perLanguage } from '../strings/language'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { ComboBox } from '../ui/combo-box'
import { EmptyState } from '../ui/empty-state'
import { PointerIcon } from '../ui/icons'
import { TextField } from '../ui/text-field'
import { inSentence } from './form-model'
import { PanelHead } from './panel-head'

const regionOptions = perLanguage(() =>
  Object.entries(regions).map(([id, name]) => ({ id, label: id, detail: words(name) })),
)

/** Name, Region and account of the design: what shows while nothing is selected. */
export function DesignForm() {
  const app = useApp()
  const { name, region = '', account = '' } = useDesign()
  const change = (label: string, recipe: (draft: DesignDraft) => void) =>
    app.edit(t('inspector.step.design', { field: inSentence(label) }), recipe, {
      mergeKey: `design#${label}`,
    })
  const isAccount = account === '' || /^\d{12}$/.test(account) || hasPlaceholder(account)
  return (
    <>
      <PanelHead title={t('inspector.design')} />
      <div className="inspector-form">
        <div className="inspector-fields">
          <TextField
            label={t('inspector.designName')}
            value={name}
            onChange={(text) =>
              change(t('inspector.designName'), (draft) => {
                draft.name = text
              })
            }
            onBlur={app.seal}
          />
          <ComboBox
            label={t('inspector.region')}
            help={t('inspector.regionHelp')}
            mono
            value={region}
            unit={words(regions[region] ?? '')}
            placeholder={t('inspector.chooseOrType')}
            options={regionOptions()}
            onChange={(text) =>
              change(t('inspector.region'), (draft) => {
                if (text === '') delete draft.region
                else draft.region = text
              })
            }
            onBlur={app.seal}
          />
          <TextField
            label={t('inspector.account')}
            help={t('inspector.accountHelp')}
            mono
            value={account}
            inputMode="numeric"
            placeholder={t('inspector.accountPlaceholder')}
            onChange={(text) =>
              change(t('inspector.account'), (draft) => {
                if (text === '') delete draft.account
                else draft.account = text
              })
            }
            onBlur={app.seal}
            error={isAccount ? undefined : t('inspector.accountWrong')}
          />
        </div>
      </div>
      <EmptyState
        icon={<PointerIcon size={20} />}
        title={t('inspector.nothing')}
        hint={t('inspector.nothingHint')}
      />
    </>
  )
}
