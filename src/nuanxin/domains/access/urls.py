"""The addresses of signing in."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.access import pages

app_name = "access"
urlpatterns = [
    path("sign-in/", pages.enter, name="sign_in"),
    path("sign-in/demo/<str:token>/", pages.enter_demo, name="demo"),
    path("sign-in/first/<str:number>/<str:token>/", pages.set_password, name="set_password"),
    path("sign-out/", pages.leave, name="sign_out"),
    path("home/", pages.home, name="home"),
    path("me/account/", pages.me, name="me"),
    path("me/role/", pages.change_role, name="change_role"),
]
