import './convert.css'
import { useMemo, useState } from 'react'
import type { Row } from '../../shared/convert/conversion'
import { conversionOf, homesFor, otherSide } from '../../shared/convert/convert'
import { nameOf } from '../../shared/graph/graph'
import { useApp, useGraph } from '../app-context'
import { convertInto } from '../document/convert'
import { Modal } from '../overlays/modal'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { Choice } from '../ui/choice'
import { ComparisonTable } from './comparison-table'
import { convertible } from './convertible'

/** A cluster that is made by the conversion, in the choice of homes. */
const NEW = ''

interface Props {
  /** The service, task or workload to begin with. */
  readonly of: string
}

/** A service of ECS and the workload of Kubernetes that it would be, member by member; or the other way round. */
export function ConvertDialog({ of }: Props) {
  const app = useApp()
  const graph = useGraph()
  const [chosen, setChosen] = useState(of)
  const side = otherSide(graph, chosen) ?? 'kubernetes'
  const homes = useMemo(() => homesFor(graph, side), [graph, side])
  const [picked, setPicked] = useState<string>()
  const home = picked !== undefined && (picked === NEW || homes.includes(picked)) ? picked : (homes[0] ?? NEW)
  const into = home === NEW ? undefined : home
  const conversion = useMemo(() => conversionOf(graph, chosen, into), [graph, chosen, into])
  const close = () => app.patch({ overlay: undefined })
  return (
    <Modal
      title={t(`convert.title.${side}`)}
      size="wide"
      actions={
        <>
          <span className="dialog-gap" />
          <Button onPress={close}>{t('dialog.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!conversion}
            onPress={() => void convertInto(app, chosen, into)}
          >
            {t('convert.action')}
          </Button>
        </>
      }
    >
      <div className="convert-choices">
        <Choice
          label={t('convert.what')}
          value={chosen}
          onChange={setChosen}
          options={convertible(graph).map((id) => ({ id, label: nameOf(graph, id) }))}
        />
        <Choice
          label={t('convert.home')}
          value={home}
          onChange={setPicked}
          options={[
            ...homes.map((id) => ({ id, label: nameOf(graph, id) })),
            { id: NEW, label: t(`convert.newCluster.${side}`) },
          ]}
        />
      </div>
      {conversion ? (
        <>
          <p>{summaryOf(conversion.rows)}</p>
          <ComparisonTable rows={conversion.rows} of={chosen} side={side} graph={graph} />
        </>
      ) : (
        <p>{t('convert.noDefinition')}</p>
      )}
    </Modal>
  )
}

function summaryOf(rows: readonly Row[]): string {
  const count = (kind: Row['kind']) => rows.filter((row) => row.kind === kind).length
  return t('convert.summary', { same: count('same'), changed: count('changed'), lost: count('lost') })
}
