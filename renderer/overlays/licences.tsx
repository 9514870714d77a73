import { useEffect, useState } from 'react'
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components'
import { useApp } from '../app-context'
import { t } from '../strings/strings'
import { SearchIcon } from '../ui/icons'
import { Modal } from './modal'
import { readWorks, type Work, workId } from './works'
import './licences.css'

/** The work of others in the app, each with the licence that it is under. */
export function Licences() {
  const [works, setWorks] = useState<readonly Work[] | 'unreadable'>()
  useEffect(() => {
    readWorks().then(setWorks, () => setWorks('unreadable'))
  }, [])
  return (
    <Modal title={t('commands.help.licences').replace(/…$/, '')} size="sheet">
      {works === 'unreadable' ? (
        <p className="modal-muted">{t('about.licencesUnreadable')}</p>
      ) : (
        works !== undefined && <WorksList works={works} />
      )}
    </Modal>
  )
}

function WorksList({ works }: { readonly works: readonly Work[] }) {
  const { contains } = useFilter({ sensitivity: 'base' })
  const [shown, setShown] = useState(works[0])
  return (
    <div className="licences">
      <div className="licences-list">
        {/* The list is a stop of its own: it is long, and is read by walking through it. */}
        <Autocomplete filter={contains} disableVirtualFocus>
          <SearchField className="ui-input licences-search" aria-label={t('about.findWork')} autoFocus>
            <SearchIcon size={14} />
            <Input placeholder={t('about.findWork')} spellCheck="false" />
          </SearchField>
          <ListBox
            className="ui-options licences-options"
            aria-label={t('about.works')}
            items={works.map((work) => ({ id: workId(work), work }))}
            selectionMode="single"
            selectionBehavior="replace"
            disallowEmptySelection
            selectedKeys={shown === undefined ? [] : [workId(shown)]}
            onSelectionChange={(keys) => setShown(works.find((work) => new Set(keys).has(workId(work))))}
            renderEmptyState={() => <div className="ui-option-none">{t('ui.nothingFound')}</div>}
          >
            {({ work }) => (
              <ListBoxItem
                className="ui-option licences-option"
                textValue={`${work.name} ${work.version} ${licenceName(work)}`}
              >
                <span className="ui-option-label">{work.name}</span>
                <span className="ui-option-detail">{licenceName(work)}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
      </div>
      {shown !== undefined && <WorkText work={shown} />}
    </div>
  )
}

function WorkText({ work }: { readonly work: Work }) {
  const app = useApp()
  return (
    <section className="licences-text" aria-label={t('about.licenceOf', { name: work.name })}>
      <h3>
        {work.name} {work.version}
      </h3>
      <button type="button" className="link" onClick={() => void app.host.openExternal(work.url)}>
        {work.url}
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled text is scrolled by keys only with the focus in it */}
      <pre key={workId(work)} tabIndex={0} lang="en">
        {work.text}
      </pre>
    </section>
  )
}

/** What a licence is called: its SPDX identifier, and AWS’s own terms in words. */
function licenceName({ licence }: Work): string {
  return licence === 'AWS' ? t('about.awsTerms') : licence
}
