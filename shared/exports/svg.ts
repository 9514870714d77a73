import { paintSvg } from '../figures/paint-svg'
import { sceneOf } from '../figures/scene'
import { logicalView } from '../figures/view'
import { fileNames } from './file-names'
import { defineExport } from './format'

/** The drawing as one SVG document, as it lies on the canvas. */
export const svgExport = defineExport({
  id: 'svg',
  title: 'SVG picture',
  fileNames: '<design>.svg',
  export: (design, { theme = 'light', scale = 1, icon = () => undefined, fontCss, say } = {}) => {
    const options = { theme, scale, icon, title: design.name, ...(fontCss === undefined ? {} : { fontCss }) }
    const scene = sceneOf(design, say ? { ...logicalView, say } : logicalView)
    return {
      files: [{ name: fileNames()(design.name, '.svg'), content: paintSvg(scene, options) }],
      notes: [],
    }
  },
})
