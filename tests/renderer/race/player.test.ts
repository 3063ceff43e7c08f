import { describe, expect, it } from 'vitest';
import { RacePlayer } from '@renderer/race/player';

describe('the clock of a race', () => {
  it('moves with the window’s clock, at its speed, and stops at the end', () => {
    const player = new RacePlayer(3e9);
    player.advance(500, 1);
    expect([player.atNs, player.playing]).toEqual([0, false]);
    player.play(1000);
    player.advance(1500, 1);
    expect(player.atNs).toBe(0.5e9);
    player.advance(2500, 0.5);
    expect(player.atNs).toBe(1e9);
    player.advance(9000, 1);
    expect([player.atNs, player.playing, player.atEnd]).toEqual([3e9, false, true]);
  });

  it('does not run on over a pause', () => {
    const player = new RacePlayer(3e9);
    player.play(0);
    player.advance(1000, 1);
    player.pause();
    player.advance(2000, 1);
    player.play(2500);
    player.advance(2600, 1);
    expect(player.atNs).toBe(1.1e9);
  });

  it('begins again from its end', () => {
    const player = new RacePlayer(1e9);
    player.seek(5e9);
    expect(player.atNs).toBe(1e9);
    player.play(0);
    expect([player.atNs, player.playing]).toEqual([0, true]);
  });

  it('keeps its place on a longer axis, and goes to the end of a shorter one', () => {
    const player = new RacePlayer(4e9);
    player.seek(3e9);
    player.setEnd(9e9);
    expect(player.atNs).toBe(3e9);
    player.setEnd(2e9);
    expect(player.atNs).toBe(2e9);
  });

  it('never goes back where the window’s clock does', () => {
    const player = new RacePlayer(4e9);
    player.play(1000);
    player.advance(900, 1);
    expect(player.atNs).toBe(0);
  });
});
