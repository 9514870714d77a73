import { useEffect, useState } from 'react'
import type { Design } from '../../shared/design/design'
import type { Exported, ExportFormat } from '../../shared/exports/format'
import { useDesign } from '../app-context'

const load = () => import('../../shared/exports/registry').then(({ exportFormats }) => exportFormats)

/** The formats; loaded when they are first asked for, since nobody needs them to draw. */
export function useFormats(): readonly ExportFormat[] {
  const [formats, setFormats] = useState<readonly ExportFormat[]>([])
  useEffect(() => {
    let wanted = true
    void load().then((loaded) => wanted && setFormats(loaded))
    return () => {
      wanted = false
    }
  }, [])
  return formats
}

/** The open design in a format; undefined until it is made, which may take a moment. */
export function useExported(format: ExportFormat | undefined): Exported | undefined {
  const design = useDesign()
  const [made, setMade] = useState<{ readonly of: Design; readonly exported: Exported }>()
  useEffect(() => {
    if (!format) return
    // After the dialog has been painted.
    const timer = setTimeout(() => setMade({ of: design, exported: format.export(design) }))
    return () => clearTimeout(timer)
  }, [format, design])
  return made?.of === design ? made.exported : undefined
}
