import { Button } from 'react-aria-components'
import { useApp } from '../app-context'
import { command } from '../commands/commands'
import { language, languages } from '../strings/language'
import { t } from '../strings/strings'
import { Menu } from '../ui/menu'

const COMMANDS = { en: 'view.english', ko: 'view.korean' } as const

/** The language of the interface; each one is called as its speakers call it. */
export function LanguageMenu() {
  const app = useApp()
  return (
    <Menu
      label={t('status.language')}
      placement="top end"
      groups={[
        {
          entries: (['en', 'ko'] as const).map((id) => ({
            id,
            label: languages[id],
            disabled: id === language(),
            run: () => void command(COMMANDS[id]).run(app),
          })),
        },
      ]}
    >
      <Button className="status-language" aria-label={`${t('status.language')}: ${languages[language()]}`}>
        {languages[language()]}
      </Button>
    </Menu>
  )
}

/** Puts the focus on the button of the menu. */
export function focusLanguage(): void {
  document.querySelector<HTMLElement>('.status-language')?.focus()
}
