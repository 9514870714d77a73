import { useApp } from '../app-context'
import { t } from '../strings/strings'
import { Splitter } from '../ui/splitter'
import { limits, type SizeName, type Sizes } from './panel-sizes'
import { resizePanel } from './panel-state'

const PLACES = {
  leftWidth: { edge: 'right', controls: 'panel-left', named: 'window.splitLeft' },
  rightWidth: { edge: 'left', controls: 'panel-right', named: 'window.splitRight' },
  bottomHeight: { edge: 'top', controls: 'panel-bottom', named: 'window.splitBottom' },
} as const

interface Props {
  readonly name: SizeName
  readonly sizes: Sizes
}

/** The edge by which a panel gets another size. */
export function PanelSplitter({ name, sizes }: Props) {
  const app = useApp()
  const { edge, controls, named } = PLACES[name]
  const { min, usual } = limits[name]
  return (
    <Splitter
      label={t(named)}
      controls={controls}
      edge={edge}
      value={sizes[name]}
      min={min}
      max={sizes.most[name]}
      usual={usual}
      onChange={(size, done) => resizePanel(app, name, size, done)}
    />
  )
}
