"""The page's own tests of its components and rules (web/src/**/*.test.ts), run by vitest."""

import subprocess

from scripts.build_web import WEB, node_environment, npm_command


def test_the_page_s_components_behave():
    vitest = WEB / "node_modules" / "vitest" / "vitest.mjs"
    run = subprocess.run(
        [npm_command()[0], str(vitest), "run"], cwd=WEB, env=node_environment(), check=False, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout + run.stderr
