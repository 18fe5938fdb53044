import chromium from '@sparticuz/chromium'; import { chromium as pw } from '@playwright/test';
const [base, out, ...paths] = process.argv.slice(2);
const b = await pw.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox'] });
for (const [w,h] of [[1280,800],[360,740]]) { const p = await b.newPage({ viewport: { width: w, height: h }, locale: 'vi-VN' });
 for (const [i,path] of paths.entries()) { await p.goto(base+path); await p.waitForTimeout(150); const over = await p.evaluate(()=>document.documentElement.scrollWidth-innerWidth); if (over>0) console.log('overflow', path, w, over); await p.screenshot({ path: `${out}/s${i}-${w}.png`, fullPage: true }); } }
await b.close();
