import './compare-dialog.css'
import { useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useAppState } from '../app-context'
import { Modal } from '../overlays/modal'
import { t } from '../strings/strings'
import { ApprovedSource } from './approved-source'
import { FileSource } from './file-source'
import { GitSource } from './git-source'
import { TwoSources } from './two-sources'
import { VersionSource } from './version-source'

const kinds = ['file', 'version', 'git', 'approved', 'two'] as const
type Kind = (typeof kinds)[number]

/** Asks what the open design is compared with. */
export function CompareDialog() {
  const name = useAppState((state) => state.file.name)
  const [kind, setKind] = useState<Kind>('file')
  return (
    <Modal title={t('compare.open.title')} size="large">
      <p className="modal-muted">
        {kind === 'two' ? t('compare.open.leadTwo') : t('compare.open.lead', { name })}
      </p>
      <div className="compare-sources">
        <ListBox
          className="compare-kinds"
          aria-label={t('compare.open.where')}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          autoFocus
          selectedKeys={[kind]}
          onSelectionChange={(keys) => {
            const [chosen] = keys === 'all' ? [] : keys
            if (chosen !== undefined) setKind(chosen as Kind)
          }}
        >
          {kinds.map((one) => (
            <ListBoxItem
              key={one}
              id={one}
              className="compare-kind-option"
              textValue={t(`compare.open.${one}`)}
            >
              {t(`compare.open.${one}`)}
            </ListBoxItem>
          ))}
        </ListBox>
        <section className="compare-source" aria-label={t(`compare.open.${kind}`)}>
          <p className="modal-muted">{t(`compare.open.${kind}Hint`)}</p>
          <Asked kind={kind} />
        </section>
      </div>
    </Modal>
  )
}

function Asked({ kind }: { readonly kind: Kind }) {
  switch (kind) {
    case 'file':
      return <FileSource />
    case 'version':
      return <VersionSource />
    case 'git':
      return <GitSource />
    case 'approved':
      return <ApprovedSource />
    case 'two':
      return <TwoSources />
  }
}
