in vec2 riskVS;

// Any share of a corner that is not allowed makes the place so.
float riskState(vec2 risk)
{
  if (risk.y < 0.001) { return 0.0; }
  return risk.y > 1.999 ? 2.0 : 1.0;
}

vec3 riskColour(float roomMm)
{
  if (roomMm < riskBandsMm.x) { return riskNear; }
  if (roomMm < riskBandsMm.y) { return riskNarrow; }
  return roomMm < riskBandsMm.z ? riskMiddle : riskWide;
}

// 1 on a line between two colours.
float riskEdge(float roomMm)
{
  float width = max(fwidth(roomMm), 1e-6);
  vec3 apart = abs(vec3(roomMm) - riskBandsMm) / width;
  return 1.0 - smoothstep(0.6, 1.2, min(apart.x, min(apart.y, apart.z)));
}
