/** Terraform's language is parsed by WebAssembly, which the page's policy allows the import's worker alone. */
import { expect, test } from './app'

test('a configuration becomes a drawing, and what it does not tell is listed', async ({ app, page }) => {
  const configuration = `
    resource "aws_ecs_cluster" "shop" {
      name = "shop"
    }

    resource "aws_ecs_service" "web" {
      name            = "web"
      cluster         = aws_ecs_cluster.shop.id
      task_definition = aws_ecs_task_definition.web.arn
      desired_count   = var.copies
    }

    resource "aws_ecs_task_definition" "web" {
      family                = "web"
      container_definitions = jsonencode([{ name = "web", image = "nginx:1.27", essential = true }])
    }
  `
  await app.offer('main.tf', configuration)
  await app.menu('File', 'Import files…')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('“${var.copies}” at /desiredCount is kept as it was written')).toBeVisible()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(app.figure(/^Service web/)).toBeVisible()
  await expect(app.figure(/^Task definition web/)).toBeVisible()
  const { elements } = await app.saved()
  expect(elements.web?.spec).toMatchObject({ cluster: '@{shop.arn}', desiredCount: '${var.copies}' })
})
