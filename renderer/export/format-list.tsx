import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import type { ExportCategory, ExportFormat } from '../../shared/exports/format'
import { reportFormats } from '../../shared/review/report/formats'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { pictureFormats } from './wanted'

const CATEGORIES = ['infrastructure', 'containers', 'diagram'] as const satisfies readonly ExportCategory[]

/** What people come for stands first; a new format goes to the end of its section. */
const FIRST = [
  'cloudformation',
  'terraform',
  'cdk',
  'task-definition',
  'ecs-service',
  'ecs-cluster',
  'kubernetes',
]

function rank({ id }: ExportFormat): number {
  const at = FIRST.indexOf(id)
  return at < 0 ? FIRST.length : at
}

interface Props {
  readonly formats: readonly ExportFormat[]
  readonly chosen: string
  readonly choose: (id: string) => void
}

/** The formats, by what they are for. */
export function FormatList({ formats, chosen, choose }: Props) {
  const sections = [
    { id: 'picture', items: pictureFormats.map((id) => ({ id: id as string, title: t(`export.${id}`) })) },
    {
      id: 'review',
      items: reportFormats.map((id) => ({ id: id as string, title: t(`export.reports.${id}`) })),
    },
    ...CATEGORIES.map((category) => ({
      id: category,
      items: formats
        .filter((format) => format.category === category)
        .sort((a, b) => rank(a) - rank(b))
        .map(({ id, title }) => ({ id, title: words(title) })),
    })),
  ] as const
  return (
    <ListBox
      className="export-formats"
      aria-label={t('export.formats')}
      selectionMode="single"
      disallowEmptySelection
      autoFocus
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : keys
        if (id !== undefined) choose(String(id))
      }}
    >
      {sections.map((section) => (
        <ListBoxSection key={section.id} id={section.id}>
          <Header className="export-category">{t(`export.category.${section.id}`)}</Header>
          {section.items.map(({ id, title }) => (
            <ListBoxItem key={id} id={id} className="export-format" textValue={title}>
              {title}
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  )
}
