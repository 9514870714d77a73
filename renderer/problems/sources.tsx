import type { Source } from '../../shared/rules/rule'
import { useApp } from '../app-context'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { ExternalIcon } from '../ui/icons'

/** Where a rule comes from. */
export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <ul className="problems-sources" aria-label={t('problems.sources')}>
      {sources.map((source) => (
        <li key={source.ref}>
          <SourceLink source={source} />
        </li>
      ))}
    </ul>
  )
}

/** AWS's page, where the source is an address; else the catalogue's name of it. */
function SourceLink({ source }: { readonly source: Source }) {
  const app = useApp()
  if (!source.ref.startsWith('https://')) return <code>{source.ref}</code>
  const { hostname, pathname } = new URL(source.ref)
  const page = pathname.split('/').filter(Boolean).at(-1) ?? ''
  return (
    <Button
      variant="quiet"
      size="small"
      icon={<ExternalIcon size={12} />}
      onPress={() => void app.host.openExternal(source.ref)}
    >
      {`${hostname}${page === '' ? '' : ` › ${page.replace(/\.html$/, '')}`}`}
    </Button>
  )
}
