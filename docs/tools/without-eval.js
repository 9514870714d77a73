/**
 * The engine of the parser for Terraform's language can run code that a grammar brings as text; the one grammar that we
 * ship brings none. What could run it is taken out, so nothing shipped makes code of texts.
 *
 * @returns {import('vite').Plugin}
 */
export function withoutEval() {
  return {
    name: 'without-eval',
    transform(code, id) {
      if (!/[\\/]web-tree-sitter[\\/]/.test(id) || !code.includes('eval(')) return null
      return { code: code.replace(/\beval\(func\)/g, 'refuseCode(func)') + REFUSAL, map: null }
    },
  }
}

const REFUSAL = `
function refuseCode() { throw new Error('A grammar may not bring code.') }
`
