import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { referencesIn } from '../../shared/design/references'
import { kindOf } from '../../shared/elements/kinds'
import { graphOf, nameOf, resolved } from '../../shared/graph/graph'
import { useApp, useAppState } from '../app-context'
import { centerOn } from '../canvas/camera'
import { ElementIcon } from '../figures/kind-icon'
import { FieldTalk } from '../review/fields/field-talk'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { ComboBox } from '../ui/combo-box'
import { IconButton } from '../ui/icon-button'
import { GoToIcon, MenuArrowIcon } from '../ui/icons'
import { Menu } from '../ui/menu'
import { type ControlProps, useFieldProps } from './field-props'
import { labelOf } from './field-words'
import { useFormScope } from './form-context'
import { useSpecEdits } from './form-scope'
import { type Choice, choicesAt, chooseAt, relationsAt, soleReference } from './reference-choices'
import { useAppStateAs } from './spec-state'

/** A place where another element may stand: chosen by its name, or typed as AWS knows it. */
export function ReferenceField(props: ControlProps) {
  const { field, pointer, binding } = props
  const edits = useSpecEdits()
  const [asText, setAsText] = useState(false)
  const [asked, ask] = useState(false)
  const choices = useChoices(pointer, asked)
  const choose = (choice: Choice) => {
    setAsText(false)
    edits.design(labelOf(field), (design, id) => {
      const element = design.elements[id]
      const kind = element && kindOf(element.kind)
      const row = kind?.rows?.(element?.spec ?? {}).find((r) => pointer.startsWith(`${r.pointer}/`))?.pointer
      // Kinds that are changed together may mean different things by the same member.
      const own = kind && relationsAt(kind, pointer).find(({ to }) => to.includes(choice.kind))
      return chooseAt(design, id, pointer, own ? { ...choice, relation: own } : choice, row)
    })
  }
  const sole = soleReference(binding.value)?.id
  const exists = useAppState((state) => sole !== undefined && Object.hasOwn(designOf(state).elements, sole))
  const chooser = { ...props, choices, choose, ask }
  return sole !== undefined && exists && !asText ? (
    <Chip {...chooser} target={sole} editAsText={() => setAsText(true)} />
  ) : (
    <Typed {...chooser} />
  )
}

const NO_CHOICES: readonly Choice[] = []

/** The elements that fit, looked for when somebody opens the list. Of several elements none may refer to itself. */
function useChoices(pointer: string, asked: boolean): readonly Choice[] {
  const { ids, id, kind } = useFormScope()
  return useAppStateAs(
    (state) =>
      asked
        ? choicesAt(graphOf(designOf(state)), kind, pointer, id).filter((choice) => !ids.includes(choice.id))
        : NO_CHOICES,
    (a, b) => a.length === b.length && a.every((one, i) => one.id === b[i]?.id && one.name === b[i]?.name),
  )
}

interface ChooserProps extends ControlProps {
  readonly choices: readonly Choice[]
  readonly choose: (choice: Choice) => void
  /** The list of choices is about to be seen, or gone. */
  readonly ask: (asked: boolean) => void
}

function Typed(props: ChooserProps) {
  const { binding, choices, choose, ask } = props
  const common = useFieldProps(props)
  const text = typeof binding.value === 'string' ? binding.value : ''
  const means = useAppState((state) =>
    referencesIn(text).length > 0 ? resolved(graphOf(designOf(state)), text) : undefined,
  )
  return (
    <>
      <ComboBox
        {...common}
        mono
        placeholder={common.placeholder || t('inspector.chooseOrType')}
        value={text}
        onChange={binding.type}
        onBlur={() => {
          ask(false)
          binding.seal()
        }}
        onFocus={() => ask(true)}
        options={choices.map(({ id, kind, name }) => ({
          id,
          label: name,
          detail: words(kindOf(kind)?.label ?? kind),
          icon: <ElementIcon kind={kind} />,
        }))}
        onChoose={(option) => {
          const choice = choices.find((c) => c.id === option.id)
          if (choice) choose(choice)
        }}
      />
      {means !== undefined && (
        <p className="inspector-resolved">{t('inspector.resolvesTo', { text: means })}</p>
      )}
    </>
  )
}

interface ChipProps extends ChooserProps {
  readonly target: string
  readonly editAsText: () => void
}

function Chip({ field, pointer, inLine, binding, target, choices, choose, ask, editAsText }: ChipProps) {
  const app = useApp()
  const label = labelOf(field)
  const name = useAppState((state) => nameOf(graphOf(designOf(state)), target))
  const kind = useAppState((state) => designOf(state).elements[target]?.kind ?? '')
  const go = () => {
    app.select([target])
    centerOn([target])
  }
  return (
    <div className="ui-field">
      {!inLine && (
        <div className="ui-field-head">
          <span className="ui-field-label">{label}</span>
          <FieldTalk pointer={pointer} label={label} />
        </div>
      )}
      <div className="inspector-chip">
        <Menu
          label={t('inspector.changeReference', { field: label })}
          onOpenChange={ask}
          groups={[
            {
              title: t('inspector.inThisDesign'),
              entries: choices.map((choice) => ({
                id: choice.id,
                label: choice.name,
                detail: words(kindOf(choice.kind)?.label ?? choice.kind),
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
          <AriaButton className="inspector-chip-name" aria-label={`${label}: ${name}`}>
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
