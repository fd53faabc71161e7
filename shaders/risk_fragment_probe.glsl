
  if (riskProbe == 1)
  {
    float share = clamp(riskVS.x / 16.0, 0.0, 1.0) * 255.0;
    gl_FragData[0] = vec4(floor(share) / 255.0, fract(share), riskState(riskVS) / 2.0, 1.0);
  }
