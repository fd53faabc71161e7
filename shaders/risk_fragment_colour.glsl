
  float riskHere = riskState(riskVS);
  if (riskHere < 0.5)
  {
    vec3 risk = mix(riskColour(riskVS.x), vec3(0.05), 0.7 * riskEdge(riskVS.x));
    diffuseColor = risk;
    ambientColor = 0.35 * risk;
    opacity = 0.92;
  }
  else if (riskHere < 1.5)
  {
    float line = mod(gl_FragCoord.x + gl_FragCoord.y, riskHatchPx);
    bool hatched = line < 0.35 * riskHatchPx;
    diffuseColor = hatched ? riskForbidden : diffuseColor;
    ambientColor = hatched ? 0.35 * riskForbidden : ambientColor;
    opacity = hatched ? 0.9 : riskVeil;
  }
  else
  {
    opacity = riskVeil;
  }
