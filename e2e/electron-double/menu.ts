/** The native menu as data: enough to find an item by its id and click it. */

export interface TemplateItem {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly enabled?: boolean
  readonly click?: () => void
  readonly submenu?: readonly TemplateItem[]
}

export interface DoubleMenuItem {
  readonly id: string
  readonly label: string
  readonly role: string | undefined
  readonly enabled: boolean
  readonly submenu: DoubleMenu | undefined
  readonly click: () => void
}

export interface DoubleMenu {
  readonly items: readonly DoubleMenuItem[]
  readonly getMenuItemById: (id: string) => DoubleMenuItem | null
}

/** `Menu` of the stand-in module. */
export function createMenu() {
  let current: DoubleMenu | null = null
  return {
    buildFromTemplate,
    setApplicationMenu(menu: DoubleMenu | null) {
      current = menu
    },
    getApplicationMenu: () => current,
  }
}

function buildFromTemplate(template: readonly TemplateItem[]): DoubleMenu {
  const items = template.map((item) => ({
    id: item.id ?? '',
    label: item.label ?? '',
    role: item.role,
    enabled: item.enabled ?? true,
    submenu: item.submenu && buildFromTemplate(item.submenu),
    click: () => {
      if (item.enabled !== false) item.click?.()
    },
  }))
  return {
    items,
    getMenuItemById: (id) =>
      items.find((item) => item.id === id) ??
      items.map((item) => item.submenu?.getMenuItemById(id) ?? null).find((found) => found !== null) ??
      null,
  }
}
