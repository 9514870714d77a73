import { useMemo } from 'react'
import { ToggleButton as AriaToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { elementTitle, nameIn } from '../../shared/review/compare/words'
import { useApp } from '../app-context'
import { NestingSwitch } from '../canvas/nesting-switch'
import { command } from '../commands/commands'
import { shownKey } from '../commands/keys'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { IconButton } from '../ui/icon-button'
import { CloseIcon, DownIcon, SwitchIcon, UpIcon } from '../ui/icons'
import { ToggleButton } from '../ui/toggle-button'
import { Tooltip } from '../ui/tooltip'
import { changesOf, countChanges, statuses } from './changes'
import { type Comparing, type Form, forms, shownChanges } from './comparing'
import { goToChange } from './navigate'
import { closeCompare, drawIn, showForm, swapSides, toggleStatus } from './open-compare'
import { StatusSign } from './status-sign'

/** What is compared and how; what there is of it; and the way out. */
export function CompareHead({ comparing }: { readonly comparing: Comparing }) {
  const app = useApp()
  const { names, comparison } = comparing
  const scope = scopeOf(comparison)
  const any = changesOf(comparison).length > 0
  return (
    <header className="compare-head">
      <div className="compare-names">
        <h2 className="visually-hidden">{t('compare.title')}</h2>
        <span className="compare-name" title={names.before}>
          <span className="compare-which">{t('compare.from')}</span>
          {names.before}
        </span>
        <IconButton
          icon={<SwitchIcon size={14} />}
          label={t('compare.swap')}
          onPress={() => void swapSides(app)}
        />
        <span className="compare-name" title={names.after}>
          <span className="compare-which">{t('compare.to')}</span>
          {names.after}
        </span>
        {scope !== undefined && <span className="compare-scope">{scope}</span>}
        <span className="compare-gap" />
        {any && comparing.form !== 'list' && (
          <NestingSwitch
            className="compare-forms"
            buttonClassName="compare-form"
            nesting={comparing.nesting}
            onChange={(nesting) => void drawIn(app, nesting)}
          />
        )}
        {any && <Forms comparing={comparing} />}
        <IconButton icon={<CloseIcon />} label={t('compare.close')} onPress={() => closeCompare(app)} />
      </div>
      {any && (
        <div className="compare-tools">
          <Filters comparing={comparing} />
          <span className="compare-gap" />
          <Steps comparing={comparing} />
        </div>
      )}
    </header>
  )
}

/** More of them are only counted. */
const MOST_NAMED = 2

/** What was compared, where a file speaks of a part only. */
function scopeOf(comparison: Comparing['comparison']): string | undefined {
  const { about } = comparison
  if (!about) return undefined
  const named = about.slice(0, MOST_NAMED).map((id) => {
    const kind = comparison.after.elements[id]?.kind ?? ''
    return words(elementTitle({ kind, name: nameIn(comparison, id) }))
  })
  if (about.length === 0) return t('compare.scopeNone')
  const scope =
    about.length > MOST_NAMED ? t('compare.scopeCount', { count: about.length }) : named.join(', ')
  return t('compare.scope', { scope })
}

function Forms({ comparing: { form } }: { readonly comparing: Comparing }) {
  const app = useApp()
  return (
    <ToggleButtonGroup
      className="compare-forms"
      aria-label={t('compare.forms')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[form]}
      onSelectionChange={(keys) => {
        const [chosen] = keys
        if (chosen !== undefined) showForm(app, chosen as Form)
      }}
    >
      {forms.map((one) => (
        <Tooltip key={one} text={t(`compare.formHint.${one}`)}>
          <AriaToggleButton id={one} className="compare-form">
            {t(`compare.form.${one}`)}
          </AriaToggleButton>
        </Tooltip>
      ))}
    </ToggleButtonGroup>
  )
}

/** How many there are of each kind, and which are shown. */
function Filters({ comparing: { comparison, hidden } }: { readonly comparing: Comparing }) {
  const app = useApp()
  const counts = useMemo(() => countChanges(changesOf(comparison)), [comparison])
  return (
    <fieldset className="compare-filters" aria-label={t('compare.filter')}>
      {statuses.map((status) => (
        <ToggleButton
          key={status}
          isSelected={!hidden.has(status)}
          isDisabled={counts[status] === 0}
          onChange={() => toggleStatus(app, status)}
        >
          <StatusSign status={status} />
          {status === 'moved' ? t('compare.showMoves') : t(`compare.status.${status}`)}
          <span className="compare-count">{counts[status]}</span>
        </ToggleButton>
      ))}
    </fieldset>
  )
}

function Steps({ comparing }: { readonly comparing: Comparing }) {
  const app = useApp()
  const changes = shownChanges(comparing)
  const at = changes.findIndex(({ key }) => key === comparing.current) + 1
  const label = (id: 'compare.next' | 'compare.previous') => {
    const key = shownKey(app, command(id))
    const title = t(id)
    return key === undefined ? title : `${title} (${key})`
  }
  return (
    <div className="compare-steps">
      {changes.length > 0 && (
        <span className="compare-count">
          {at === 0
            ? t('compare.all', { count: changes.length })
            : t('compare.position', { at, count: changes.length })}
        </span>
      )}
      <IconButton
        icon={<UpIcon />}
        label={label('compare.previous')}
        isDisabled={changes.length === 0}
        onPress={() => goToChange(app, -1)}
      />
      <IconButton
        icon={<DownIcon />}
        label={label('compare.next')}
        isDisabled={changes.length === 0}
        onPress={() => goToChange(app, 1)}
      />
    </div>
  )
}
