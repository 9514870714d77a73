/** The status bar. */
export const status = {
  errors_one: '{{count}} error',
  errors_other: '{{count}} errors',
  warnings_one: '{{count}} warning',
  warnings_other: '{{count}} warnings',
  advice_one: '{{count}} piece of advice',
  advice_other: '{{count}} pieces of advice',
  selected: '{{count}} selected',
  elements_one: '{{count}} element',
  elements_other: '{{count}} elements',
  host: { electron: 'Desktop', browser: 'Browser' },
  language: 'Language',
  zoom: '{{percent}} %',
} as const
