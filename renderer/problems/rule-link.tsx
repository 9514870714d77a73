import './rule-link.css'
import { Button } from 'react-aria-components'
import { useApp } from '../app-context'
import { t } from '../strings/strings'

interface Props {
  readonly rule: string
  readonly excludeFromTabOrder?: boolean
}

/** The name of a rule at the end of what it says; pressed, it opens the rule's page. */
export function RuleLink({ rule, excludeFromTabOrder = false }: Props) {
  const app = useApp()
  return (
    <Button
      className="rule-link"
      aria-label={t('problems.openRule', { rule })}
      excludeFromTabOrder={excludeFromTabOrder}
      onPress={() => app.patch({ overlay: { kind: 'rule', id: rule } })}
    >
      {rule}
    </Button>
  )
}
