import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { NestingName } from '../../shared/graph/nestings'
import { t } from '../strings/strings'

interface Props {
  /** The looks are those of the bar that it stands in. */
  readonly className: string
  readonly buttonClassName: string
  readonly nesting: NestingName
  readonly onChange: (nesting: NestingName) => void
}

/** What is drawn in what: services in their clusters, or all in its network. */
export function NestingSwitch({ className, buttonClassName, nesting, onChange }: Props) {
  return (
    <ToggleButtonGroup
      className={className}
      aria-label={t('lens.nesting')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[nesting]}
      onSelectionChange={(keys) => onChange(keys.has('network') ? 'network' : 'logical')}
    >
      <ToggleButton id="logical" className={buttonClassName}>
        {t('lens.logical')}
      </ToggleButton>
      <ToggleButton id="network" className={buttonClassName}>
        {t('lens.networkView')}
      </ToggleButton>
    </ToggleButtonGroup>
  )
}
