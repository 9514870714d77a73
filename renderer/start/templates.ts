/** The templates that come with the app. */
import { describeFailure } from '../../shared/basics/result'
import { parseTemplate, type Template } from '../../shared/design/template'

const texts = import.meta.glob<string>('../../assets/templates/*.fairlead', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** In the order that the files give. Read once; a template that can't be read is a bug that a test catches. */
export const templates: readonly Template[] = Object.entries(texts)
  .map(([path, text]) => {
    const template = parseTemplate(text, path)
    if (!template.ok) throw new Error(describeFailure(template.error))
    return template.value
  })
  .sort((a, b) => a.order - b.order)
