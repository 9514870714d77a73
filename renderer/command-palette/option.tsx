import { kindOf } from '../../shared/elements/kinds'
import { useApp, useGraph } from '../app-context'
import { titleOf, usableNow } from '../commands/command'
import { shownKey } from '../commands/keys'
import { KindIcon } from '../figures/kind-icon'
import { t } from '../strings/strings'
import type { Found } from './palette-items'

interface Props {
  readonly id: string
  readonly item: Found
  readonly active: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

/** One line of the palette. What can't be used now stays, and says why. */
export function Option({ id, item, active, onPoint, onChoose }: Props) {
  const app = useApp()
  const usable = item.kind === 'command' ? usableNow(item.command, app) : true
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    <div
      id={id}
      role="option"
      className="command-palette-option"
      aria-selected={active}
      aria-disabled={usable !== true}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      {item.kind === 'command' && (
        <>
          <span className="command-palette-title">{titleOf(item.command, app)}</span>
          {item.otherTitle !== undefined && <span className="command-palette-muted">{item.otherTitle}</span>}
          {usable !== true && <span className="command-palette-reason">{usable}</span>}
          <Keys label={shownKey(app, item.command)} />
        </>
      )}
      {item.kind === 'add' && (
        <>
          <KindIcon icon={item.item.icon} glyph={item.item.glyph} category={item.item.category} size={20} />
          <span className="command-palette-title">{t('commandPalette.add', { name: item.item.label })}</span>
        </>
      )}
      {item.kind === 'element' && <Target id={item.id} name={item.name} type={item.type} />}
    </div>
  )
}

function Keys({ label }: { readonly label: string | undefined }) {
  return label === undefined ? null : <kbd>{label}</kbd>
}

function Target({ id, name, type }: { readonly id: string; readonly name: string; readonly type: string }) {
  const graph = useGraph()
  const kind = kindOf(graph.element(id)?.kind ?? '')
  return (
    <>
      <KindIcon icon={kind?.icon} glyph={kind?.glyph} category={kind?.category ?? 'general'} size={20} />
      <span className="command-palette-title">{name}</span>
      <span className="command-palette-muted">{type}</span>
    </>
  )
}
