import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import { paperNames } from '../../shared/pictures/pdf/papers'
import type { PdfPages, PictureFormat, PictureOptions } from '../../shared/pictures/picture'
import { useApp, useAppState, useDesign, useTheme } from '../app-context'
import { copyAsPng, copyAsSvg } from '../document/copy-picture'
import { exportPicture } from '../document/export'
import { drawOpen } from '../document/pictures'
import { t } from '../strings/strings'
import { Choice } from '../ui/choice'
import { Switch } from '../ui/switch'
import { type Wanted, wanted } from './wanted'

interface Props {
  readonly format: PictureFormat
}

/** A picture as it would come out, and what can be chosen about it. */
export function PictureExport({ format }: Props) {
  const app = useApp()
  const options = useOptions(format)
  const [drawing, setDrawing] = useState(false)
  return (
    <>
      <div className="export-picture-main">
        <Sample options={options} />
        <Options format={format} />
      </div>
      <footer className="export-actions">
        {format !== 'pdf' && (
          <Button
            className="dialog-button"
            onPress={() => void (format === 'png' ? copyAsPng(app, options) : copyAsSvg(app, options))}
          >
            {t('export.copyPicture')}
          </Button>
        )}
        <Button
          className="dialog-button dialog-primary"
          isPending={drawing}
          onPress={async () => {
            setDrawing(true)
            await exportPicture(app, format, options)
            setDrawing(false)
          }}
        >
          {drawing ? t('export.drawing') : t('export.write')}
        </Button>
      </footer>
    </>
  )
}

/** What was chosen, as the drawing takes it. */
function useOptions(format: PictureFormat): PictureOptions {
  const { theme, selection, ...rest } = useStore(wanted, (state) => state.picture)
  const screen = useTheme()
  const nesting = useAppState((state) => state.nesting)
  const selected = useAppState((state) => state.selection.ids)
  const elements = useDesign().elements
  const only = [...selected].filter((id) => Object.hasOwn(elements, id))
  const asked = theme ?? screen
  return {
    ...rest,
    nesting,
    theme: asked === 'auto' && format !== 'svg' ? screen : asked,
    ...(selection && only.length > 0 ? { only } : {}),
    ...(format === 'png' ? {} : { scale: 1 }),
  }
}

/** Drawing more would make people wait for what is too small to be read. */
const MOST = 1_500

function Sample({ options }: { readonly options: PictureOptions }) {
  const app = useApp()
  const design = useDesign()
  const [url, setUrl] = useState<string>()
  const key = JSON.stringify({ ...options, scale: 1, carriesDesign: false, embedsFonts: false })
  useEffect(() => {
    if (Object.keys(design.elements).length > MOST) return
    let address: string | undefined
    let seen = true
    void drawOpen(app, 'svg', { ...JSON.parse(key), embedsFonts: true }).then((picture) => {
      if (!seen || !picture.ok) return
      address = URL.createObjectURL(new Blob([picture.value.content as string], { type: 'image/svg+xml' }))
      setUrl(address)
    })
    return () => {
      seen = false
      if (address !== undefined) URL.revokeObjectURL(address)
    }
  }, [app, design, key])
  return (
    <div className="export-sample" data-transparent={options.transparent || undefined}>
      {url !== undefined && <img src={url} alt={t('export.sample')} />}
    </div>
  )
}

function Options({ format }: Props) {
  const picture = useStore(wanted, (state) => state.picture)
  const selected = useAppState((state) => state.selection.ids.size)
  const screen = useTheme()
  const set = (part: Partial<Wanted['picture']>) => wanted.setState({ picture: { ...picture, ...part } })
  const themes = format === 'svg' ? (['light', 'dark', 'auto'] as const) : (['light', 'dark'] as const)
  const theme = picture.theme ?? screen
  return (
    <div className="export-options">
      <Choice
        label={t('export.theme')}
        value={theme === 'auto' && format !== 'svg' ? screen : theme}
        options={themes.map((id) => ({ id, label: t(`export.themes.${id}`) }))}
        onChange={(id) => set({ theme: id })}
      />
      {format === 'png' && (
        <Choice
          label={t('export.scale')}
          value={String(picture.scale)}
          options={[1, 2, 3].map((scale) => ({ id: String(scale), label: t('export.scales', { scale }) }))}
          onChange={(id) => set({ scale: Number(id) })}
        />
      )}
      {format === 'pdf' && <PdfOptions picture={picture} set={set} />}
      {selected > 0 && (
        <Switch
          label={t('export.selection')}
          value={picture.selection}
          onChange={(selection) => set({ selection })}
        />
      )}
      {format !== 'pdf' && (
        <>
          <Switch
            label={t('export.transparent')}
            value={picture.transparent ?? false}
            onChange={(transparent) => set({ transparent })}
          />
          <Switch
            label={t('export.carries')}
            help={t('export.carriesHelp')}
            value={picture.carriesDesign ?? true}
            onChange={(carriesDesign) => set({ carriesDesign })}
          />
        </>
      )}
      {format === 'svg' && (
        <Switch
          label={t('export.embeds')}
          help={t('export.embedsHelp')}
          value={picture.embedsFonts ?? false}
          onChange={(embedsFonts) => set({ embedsFonts })}
        />
      )}
    </div>
  )
}

interface PdfProps {
  readonly picture: Wanted['picture']
  readonly set: (part: Partial<Wanted['picture']>) => void
}

function PdfOptions({ picture, set }: PdfProps) {
  const pages = picture.pages ?? []
  const toggle = (page: PdfPages, on: boolean) =>
    set({ pages: on ? [...pages, page] : pages.filter((other) => other !== page) })
  return (
    <>
      <Choice
        label={t('export.paper')}
        value={picture.paper ?? 'fit'}
        options={(['fit', ...paperNames] as const).map((id) => ({ id, label: t(`export.papers.${id}`) }))}
        onChange={(id) => set({ paper: id })}
      />
      {(['problems', 'waivers', 'threads', 'changes'] as const).map((page) => (
        <Switch
          key={page}
          label={t(`export.pages.${page}`)}
          value={pages.includes(page)}
          onChange={(on) => toggle(page, on)}
        />
      ))}
    </>
  )
}
