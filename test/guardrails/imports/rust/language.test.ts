import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edgesOf } from '../edges.ts';
import { fixtureTrees } from '../trees.ts';

const shop: Record<string, string[]> = {
  'app/src/bin/serve.rs': ['shop_app::web::page -> app/src/web/page.rs'],
  'app/src/lib.rs': ['web -> part app/src/web.rs'],
  'app/src/web.rs': [
    'page -> part app/src/web/page.rs',
    'shop_core::money::Amount -> core/src/money/mod.rs',
    'shop_core::Shop -> core/src/lib.rs',
    'tokio_util::codec -> external tokio_util::codec tokio_util tokio-util',
  ],
  'app/src/web/page.rs': [
    'super::super::web -> app/src/web.rs',
    'shop_core::money::now -> core/src/money/mod.rs',
    'std::time::Instant::now -> external std::time::Instant::now std::time::Instant std::time std',
  ],
  'app/tests/common/mod.rs': ['tokio_util -> external tokio_util tokio-util'],
  'app/tests/serve.rs': ['common -> part app/tests/common/mod.rs', 'common::start -> app/tests/common/mod.rs'],
  'core/src/lib.rs': [
    'money -> part core/src/money/mod.rs',
    'platform -> part core/src/platform/unix.rs',
    'platform -> part core/src/platform/windows.rs',
    'money::Amount -> core/src/money/mod.rs',
  ],
  'core/src/money/cents.rs': ['json::from_str -> external json::from_str json serde-json'],
  'core/src/money/mod.rs': [
    'cents -> part core/src/money/cents.rs',
    'self::cents -> core/src/money/cents.rs',
    'serde::Deserialize -> external serde::Deserialize serde',
    'serde::Deserialize -> external serde::Serialize serde',
    'crate::Shop -> core/src/lib.rs',
    'super::super::platform::now -> core/src/platform/unix.rs',
  ],
};

for (const [kind, tree] of Object.entries(fixtureTrees('rust-shop'))) {
  for (const [path, edges] of Object.entries(shop))
    test(`${kind}: the imports of ${path}`, () => assert.deepEqual(edgesOf(tree, path), edges));
}
