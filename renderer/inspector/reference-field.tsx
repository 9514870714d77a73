import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { referencesIn } from '../../shared/design/references'
import { kindOf } from '../../shared/elements/kinds'
import { nameOf, resolved } from '../../shared/graph/graph'
import { useApp } from '../app-context'
import { centerOn } from '../canvas/camera'
import { ElementIcon } from '../figures/kind-icon'
import { t } from '../strings/strings'
import { ComboBox } from '../ui/combo-box'
import { IconButton } from '../ui/icon-button'
import { GoToIcon, MenuArrowIcon } from '../ui/icons'
import { Menu } from '../ui/menu'
import { type ControlProps, useFieldProps } from './field-props'
import { useFormScope, useSpecEdits } from './form-scope'
import { type Choice, choicesAt, chooseAt, soleReference } from './reference-choices'

/** A place where another element may stand: chosen by its name, or typed as AWS knows it. */
export function ReferenceField(props: ControlProps) {
  const { field, pointer, binding } = props
  const { id, kind, element } = useFormScope()
  const edits = useSpecEdits()
  const [asText, setAsText] = useState(false)
  const choices = choicesAt(edits.graph, kind, pointer, id)
  const row = kind.rows?.(element.spec).find((r) => pointer.startsWith(`${r.pointer}/`))?.pointer
  const choose = (choice: Choice) => {
    setAsText(false)
    edits.design(field.label, (design) => chooseAt(design, id, pointer, choice, row))
  }
  const sole = soleReference(binding.value)
  const target = sole && edits.graph.element(sole.id) ? sole.id : undefined
  if (target !== undefined && !asText) {
    return (
      <Chip {...props} target={target} choices={choices} choose={choose} editAsText={() => setAsText(true)} />
    )
  }
  return <Typed {...props} choices={choices} choose={choose} />
}

interface ChooserProps extends ControlProps {
  readonly choices: readonly Choice[]
  readonly choose: (choice: Choice) => void
}

function Typed(props: ChooserProps) {
  const { binding, choices, choose } = props
  const { graph } = useSpecEdits()
  const common = useFieldProps(props)
  const text = typeof binding.value === 'string' ? binding.value : ''
  const mixed = referencesIn(text).length > 0
  return (
    <>
      <ComboBox
        {...common}
        mono
        placeholder={common.placeholder || t('inspector.chooseOrType')}
        value={text}
        onChange={binding.type}
        onBlur={binding.seal}
        options={choices.map(({ id, kind, name }) => ({
          id,
          label: name,
          detail: kindOf(kind)?.label ?? kind,
          icon: <ElementIcon kind={kind} />,
        }))}
        onChoose={(option) => {
          const choice = choices.find((c) => c.id === option.id)
          if (choice) choose(choice)
        }}
      />
      {mixed && (
        <p className="inspector-resolved">{t('inspector.resolvesTo', { text: resolved(graph, text) })}</p>
      )}
    </>
  )
}

interface ChipProps extends ChooserProps {
  readonly target: string
  readonly editAsText: () => void
}

function Chip({ field, inLine, binding, target, choices, choose, editAsText }: ChipProps) {
  const app = useApp()
  const { graph } = useSpecEdits()
  const name = nameOf(graph, target)
  const kind = graph.element(target)?.kind ?? ''
  const go = () => {
    app.select([target])
    centerOn([target])
  }
  return (
    <div className="ui-field">
      {!inLine && <span className="ui-field-label">{field.label}</span>}
      <div className="inspector-chip">
        <Menu
          label={t('inspector.changeReference', { field: field.label })}
          groups={[
            {
              title: t('inspector.inThisDesign'),
              entries: choices.map((choice) => ({
                id: choice.id,
                label: choice.name,
                detail: kindOf(choice.kind)?.label ?? choice.kind,
                icon: <ElementIcon kind={choice.kind} />,
                run: () => choose(choice),
              })),
            },
            {
              entries: [
                { id: '#go', label: t('inspector.goTo', { name }), run: go },
                { id: '#text', label: t('inspector.editAsText'), run: editAsText },
                { id: '#clear', label: t('inspector.clear'), run: () => binding.set(undefined) },
              ],
            },
          ]}
        >
          <AriaButton className="inspector-chip-name" aria-label={`${field.label}: ${name}`}>
            <ElementIcon kind={kind} />
            <span className="inspector-chip-text">{name}</span>
            {!inLine && <MenuArrowIcon size={14} />}
          </AriaButton>
        </Menu>
        {!inLine && (
          <IconButton icon={<GoToIcon size={14} />} label={t('inspector.goTo', { name })} onPress={go} />
        )}
      </div>
    </div>
  )
}
