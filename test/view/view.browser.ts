// The view in headless Chromium inside the official host bridge: what it shows, by keyboard alone, without a word to the
// network or the console.
import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../scripts/view/emulator.ts';
import { hostile, manyRoutes, responseCall, seededApi } from './results.ts';

type Call = { name: string; arguments: Record<string, unknown> };

let emulator: Emulator;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  emulator = await startEmulator();
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
});
afterAll(async () => {
  await browser?.close();
  await emulator?.close();
});
beforeEach(async () => {
  complaints = [];
  page = await browser.newPage({ viewport: { width: 900, height: 700 } });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (request.frame() !== page.mainFrame()) complaints.push(`the view asked for ${request.url()}`);
  });
  await page.goto(emulator.url);
});
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});

/** Shows a call's result, that of the sandbox unless one is given, and hands the view over. */
async function show(call: Call, theme: 'light' | 'dark' = 'light', result?: object): Promise<Frame> {
  await page.evaluate(
    ([given, colours, answer]) =>
      (globalThis as unknown as { show: (...args: unknown[]) => Promise<void> }).show(given, colours, answer),
    [call, theme, result] as const,
  );
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (!frame) throw new Error('no view');
  await frame.waitForSelector('h1');
  return frame;
}

const described = (ApiId: string): Call => ({ name: 'describe_websocket_api', arguments: { ApiId } });
const preview: Call = {
  name: 'preview_integration_response',
  arguments: {
    Responses: [
      {
        IntegrationResponseKey: '$default',
        TemplateSelectionExpression: '\\$default',
        ResponseTemplates: { $default: '{"id":$input.json(\'$.id\')}' },
      },
    ],
    Outcomes: [{ Body: '{"id":12345678901234567890}' }, { StatusCode: 500, Body: '{' }],
  },
};

test('describe is a picture: routes, integrations, responses in order, stages', async () => {
  const view = await show(described(seededApi));
  expect(await view.getByRole('list', { name: 'Stages' }).getByRole('listitem').count()).toBeGreaterThan(0);
  const rows = view.locator('.picture > .row');
  expect(await rows.count()).toBeGreaterThan(2);
  expect(await view.getByText('answered').count()).toBeGreaterThan(0);
  expect(await view.locator('.responses code').first().textContent()).not.toBe('');
});

test('the list of APIs, an empty API and one with 300 routes', async () => {
  const list = await show({ name: 'describe_websocket_api', arguments: {} });
  expect(await list.locator('li').count()).toBeGreaterThan(0);
  const empty = await show(described('none'), 'light', {
    structuredContent: {
      Status: 'described',
      Summary: 'Nothing.',
      Findings: [],
      Api: { Name: 'empty' },
      Routes: [],
      Stages: [],
    },
  });
  expect(await empty.locator('h1').textContent()).toBe('empty');
  const many = await show(described('many'), 'light', { structuredContent: manyRoutes });
  expect(await many.locator('.routes .card').count()).toBe(300);
});

test('preview is a table whose frames are laid out without a changed digit', async () => {
  const view = await show(preview);
  expect(await view.locator('tbody tr').count()).toBe(2);
  expect(await view.locator('tbody pre').first().textContent()).toBe('{\n  "id": 12345678901234567890\n}');
});

test('another answer is previewed through the host, by keyboard alone', async () => {
  const view = await show(preview);
  await view.getByLabel("The backend's answer (JSON)").focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('{"Body":"{\\"id\\":7}"}');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await view.getByText('"id": 7').waitFor();
});

test('another template is previewed through the host', async () => {
  const view = await show(preview);
  await view.getByLabel('Template of the response it chose').fill('{"again":true}');
  await view.getByRole('button', { name: 'Preview again' }).click();
  await view.getByText('"again": true').first().waitFor();
});

test('create and update show what is and what will be', async () => {
  const created = await show(responseCall);
  expect(await created.locator('tr.changed').count()).toBeGreaterThan(0);
  const updated = await show({ ...responseCall, name: 'update_integration_response' }, 'light', {
    structuredContent: {
      Status: 'updated',
      Summary: 'Updated.',
      Findings: [],
      NextSteps: [{ Text: 'Put it back', Kind: 'undo' }],
      Before: { IntegrationResponseKey: '/404/', ResponseTemplates: { $default: 'old' } },
      IntegrationResponse: { IntegrationResponseKey: '/404/', ResponseTemplates: { $default: 'new' } },
    },
  });
  expect(await updated.locator('tr.changed').allTextContents()).toEqual(['ResponseTemplates › $default changedoldnew']);
  expect(await updated.getByText('undo').count()).toBe(1);
});

test('a finding opens by keyboard and stands at what it is about', async () => {
  const view = await show(described('hostile'), 'light', { structuredContent: hostile });
  const summary = view.locator('.responses .findings summary').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  expect(await view.locator('.responses .findings details[open]').count()).toBe(1);
});

test('what comes from the account is text, never markup', async () => {
  const view = await show(described('hostile'), 'light', { structuredContent: hostile });
  expect(await view.locator('script:not([type=module]), img, b, iframe').count()).toBe(0);
  expect(await view.getByText('<img src=x onerror=alert(1)>').count()).toBeGreaterThan(0);
  expect(await view.getByText('\\u202e').count()).toBeGreaterThan(0);
  const long = await show(preview, 'light', {
    structuredContent: { Status: 'invalid', Summary: 'x'.repeat(5000), Findings: [], Previews: [] },
  });
  expect((await long.locator('p').first().textContent())?.length).toBe(5000);
});

test('a template of 32 KB is shown', async () => {
  const template = '#set($x = 1)\n'.repeat(2500);
  const view = await show(
    {
      name: 'create_integration_response',
      arguments: { IntegrationResponseKey: '$default', ResponseTemplates: { $default: template } },
    },
    'light',
    { structuredContent: { Status: 'valid', Summary: 'Valid.', Findings: [], NextSteps: [] } },
  );
  expect((await view.locator('td pre').last().textContent())?.length).toBeGreaterThan(19_000);
});

test.each(['light', 'dark'] as const)('text stands out from its background by 4.5 in the %s theme', async (theme) => {
  const view = await show(described('hostile'), theme, { structuredContent: hostile });
  expect(await lowContrasts(view)).toEqual([]);
  const table = await show(preview, theme);
  expect(await lowContrasts(table)).toEqual([]);
});

test('everything that can be operated has a name and can be reached by Tab', async () => {
  const view = await show(preview);
  for (const role of ['button', 'textbox', 'combobox'] as const) {
    for (const each of await view.getByRole(role).all()) expect(await each.evaluate(nameOf)).not.toBe('');
  }
});

test.runIf(process.env['PICTURES'])('pictures for the docs', async () => {
  mkdirSync('docs/pictures', { recursive: true });
  await show(described(seededApi));
  await page.screenshot({ path: 'docs/pictures/describe.png' });
  await show(preview, 'dark');
  await page.screenshot({ path: 'docs/pictures/preview.png' });
});

/** Runs in the page. */
const nameOf = (field: Element): string =>
  field.getAttribute('aria-label') ?? (field as HTMLInputElement).labels?.[0]?.textContent ?? field.textContent ?? '';

/** Elements with text of their own whose contrast (WCAG 2.2) is below 4.5. */
const lowContrasts = (view: Frame): Promise<string[]> =>
  view.evaluate(() => {
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const value = Number(part) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const background = (from: Element): string => {
      for (let at: Element | null = from; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (!/, 0\)$|transparent/.test(colour)) return colour;
      }
      return 'rgb(255, 255, 255)';
    };
    return [...document.querySelectorAll('body *')].flatMap((each) => {
      const own = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (!own || each.tagName === 'SCRIPT') return [];
      const [a, b] = [luminance(getComputedStyle(each).color), luminance(background(each))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      return ratio < 4.5 ? [`${each.tagName}.${each.className} ${ratio.toFixed(2)}`] : [];
    });
  });
